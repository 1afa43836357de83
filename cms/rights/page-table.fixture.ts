/**
 * Who may open and send the pages: for each address, and where it matters each button, one status for each person, in the
 * order of `pagePeople`. The records are those of the club, which the provider keeps and the schools team looks after. 303
 * means that it was done, or leads to the sign-in. Only tests import this. A new address must get its row here, or its test
 * fails.
 */
export const pageTable: Readonly<Record<string, string>> = {
  //                                                    editor schools leisure provider pool navigator nobody
  'GET /api/cms/config': '                              200    200     200     200      200  403       401',
  'GET /api/cms/publication': '                         200    200     200     200      200  403       401',
  'GET /api/cms/remote': '                              200    200     200     200      200  403       303',
  'GET /api/cms/pictures/:provider/:name': '            200    200     404     200      404  403       401',
  'POST /api/cms/pictures/:provider': '                 422    422     403     422      403  403       401',
  'GET /drafts/': '                                     200    200     200     200      200  403       303',
  'POST /drafts/build-again/': '                        303    303     303     403      403  403       401',
  'GET /drafts/:collection/:slug/': '                   200    200     200     200      404  403       303',
  'POST /drafts/:collection/:slug/, submit': '          303    303     404     303      404  403       401',
  'POST /drafts/:collection/:slug/, withdraw': '        303    303     404     303      404  403       401',
  'POST /drafts/:collection/:slug/, approve': '         303    303     404     403      404  403       401',
  'POST /drafts/:collection/:slug/, publish': '         303    303     404     403      404  403       401',
  'POST /drafts/:collection/:slug/, schedule': '        303    303     404     403      404  403       401',
  'POST /drafts/:collection/:slug/, unschedule': '      422    422     404     403      404  403       401',
  'POST /drafts/:collection/:slug/, note': '            303    303     404     303      404  403       401',
  'POST /drafts/:collection/:slug/, ask': '             303    303     404     303      404  403       401',
  'POST /drafts/:collection/:slug/, throw-away': '      303    303     404     303      404  403       401',
  'GET /drafts/:collection/:slug/throw-away/': '        200    200     404     200      404  403       303',
  'POST /drafts/:collection/:slug/throw-away/': '       303    303     404     303      404  403       401',
  'POST /drafts/:collection/:slug/bring-back/': '       303    303     404     303      404  403       401',
  'GET /drafts/:collection/:slug/choose/': '            200    200     404     200      404  403       303',
  'POST /drafts/:collection/:slug/choose/, save': '     303    303     404     303      404  403       401',
  'POST /drafts/:collection/:slug/choose/, drop': '     303    303     404     303      404  403       401',
  'GET /records/:collection/:slug/history/': '          200    200     200     200      404  403       303',
  'POST /records/:collection/:slug/history/put-back/': '303    303     403     403      403  403       401',
  'GET /records/:collection/:slug/notes/': '            308    308     308     308      308  403       303',
  'GET /my-services/': '                                303    303     303     200      200  403       303',
  'GET /my-services/new/': '                            200    200     200     200      200  403       303',
  'POST /my-services/new/, for the club': '             303    303     403     303      403  403       401',
  'POST /my-services/new/, for the pool': '             303    403     303     403      303  403       401',
  'GET /my-services/:slug/': '                          200    200     403     200      404  403       303',
  'GET /my-services/:slug/proposed/': '                 200    200     403     200      404  403       303',
  'POST /my-services/:slug/': '                         303    303     403     303      404  403       401',
  'POST /my-services/:slug/still-correct/': '           303    303     403     303      403  403       401',
  'GET /my-services/:slug/close/': '                    200    200     403     200      404  403       303',
  'POST /my-services/:slug/close/, look': '             200    200     403     200      404  403       401',
  'POST /my-services/:slug/close/, send': '             303    303     403     303      404  403       401',
  'POST /my-services/:slug/close/, publish': '          303    303     403     403      404  403       401',
  'GET /my-services/:slug/reopen/': '                   303    303     403     303      404  403       303',
  'POST /my-services/:slug/reopen/, send': '            303    303     403     303      404  403       401',
  'POST /my-services/:slug/reopen/, publish': '         303    303     403     403      404  403       401',
  'GET /organisations/': '                              200    303     303     303      303  403       303',
  'GET /organisations/:id/': '                          200    200     404     200      404  403       303',
  'POST /organisations/:id/invite/': '                  303    303     404     403      404  403       303',
  'POST /organisations/:id/invite-again/': '            303    303     404     403      404  403       303',
  'GET /organisations/:id/people/:person/remove/': '    200    200     404     403      404  403       303',
  'POST /organisations/:id/people/:person/remove/': '   303    303     404     403      404  403       303',
  'GET /weekly-list/': '                                200    200     200     403      403  403       303',
  'POST /weekly-list/': '                               303    303     303     403      403  403       401',
  'GET /content-remote/': '                             404    403     403     403      403  403       303',
  'POST /content-remote/': '                            404    403     403     403      403  403       401',
  'GET /still-correct/': '                              200    200     200     200      200  200       200',
  'POST /still-correct/': '                             303    303     303     303      303  303       303',
}

export const pagePeople = ['editor', 'schools', 'leisure', 'provider', 'pool', 'navigator', 'nobody'] as const

/** The protocol has a table of its own, `rights-table.fixture.ts`; previews are drawn by a program that their own test builds. */
export const withTestsOfTheirOwn = [
  'POST /api/cms',
  'POST /api/cms/preview',
  'GET /drafts/:collection/:slug/preview/',
]
