/**
 * What families type, and the page that should come first. Tuning may look at `tuned` alone; `heldBack` says whether it
 * works for words that nobody tuned for, so none of it stands in `synonyms.yaml`: what is put there moves to `tuned`.
 * Both hold spelling mistakes.
 */

/** One search: the words, and the addresses of which any one is right. */
export interface FamilyQuery {
  readonly words: string
  readonly expected: readonly string[]
}

const services = (words: string, ...slugs: string[]): FamilyQuery => ({
  words,
  expected: slugs.map((slug) => `/services/${slug}/`),
})

export const tuned: readonly FamilyQuery[] = [
  services('SALT', 'example-speech-and-language-therapy'),
  services('my son has a stammer', 'example-speech-and-language-therapy'),
  services('speach therapy', 'example-speech-and-language-therapy'),
  services('wheelchair service', 'example-wheelchair-service'),
  services('weelchair repair', 'example-wheelchair-service'),
  services('CAMHS', 'example-camhs'),
  services('my daughter is anxious', 'example-camhs'),
  services('OT', 'example-occupational-therapy'),
  services('ocupational therapy', 'example-occupational-therapy'),
  services('physio', 'example-physiotherapy'),
  services('autism diagnosis', 'example-community-paediatrics'),
  services('autisim assessment', 'example-community-paediatrics'),
  services('ADHD', 'example-adhd-clinic'),
  services('ehcp', 'example-ehc-plan-team'),
  services('SENDIASS', 'example-send-advice'),
  services('school transport', 'example-travel-assistance'),
  services('taxi to school', 'example-travel-assistance'),
  services('respite', 'example-overnight-short-breaks', 'example-saturday-play-and-sports-club'),
  services('holiday club', 'example-holiday-club'),
  services('DLA form', 'example-benefits-advice'),
  services('potty training', 'example-continence-clinic'),
  services('social worker', 'example-disabled-childrens-team'),
  services('personal budget', 'example-direct-payments'),
  services('youth club', 'example-sen-youth-club'),
  services('disabled swimming lessons', 'example-inclusive-swimming'),
  services('sale leisure centre', 'sale-leisure-centre'),
  services('urmston libary', 'urmston-library'),
  services('young carers', 'example-sibling-group'),
  services('deaf teacher', 'example-sensory-support'),
  services('self harm', 'example-mental-health-crisis-help', 'example-camhs'),
  services('job coach', 'example-supported-employment', 'example-supported-internship'),
  services('not talking yet', 'example-speech-and-language-therapy'),
  services('stutter', 'example-speech-and-language-therapy'),
  services('powerchair', 'example-wheelchair-service'),
  services('hyperactive', 'example-adhd-clinic'),
  services('paediatrician', 'example-community-paediatrics'),
  services('learning to use the bus', 'example-travel-training'),
  services('overnight respite', 'example-overnight-short-breaks'),
  services('health visitor', 'example-health-visiting'),
  services('bed wetting', 'example-continence-clinic'),
  services('ed psych', 'example-educational-psychology'),
  services('braille', 'example-sensory-support'),
]

export const heldBack: readonly FamilyQuery[] = [
  services('langauge therapy', 'example-speech-and-language-therapy'),
  services('child mental health', 'example-camhs'),
  services('sensory room', 'example-sensory-room'),
  services('phisiotherapy', 'example-physiotherapy'),
  services('peadiatrician', 'example-community-paediatrics'),
  services('annual review', 'example-ehc-plan-team'),
  services('tribunal', 'example-send-advice', 'example-mediation'),
  services('mediaton', 'example-mediation'),
  services('bus pass', 'example-travel-assistance'),
  services('portage', 'example-portage'),
  services('childminder', 'example-childminder-network'),
  services('dyspraxia', 'example-occupational-therapy'),
  services('parent forum', 'example-parent-carer-forum'),
  services('toy libary', 'example-toy-library'),
  services('carers assesment', 'example-carers-assessment'),
  services('trampoline', 'partington-trampolining-club'),
  services('delamere school', 'delamere-school'),
  services('food bank timperley', 'trussell-trust-food-bank-timperley-methodist-church'),
  services('moving to adult services', 'example-transition-team'),
  services('work placement', 'example-supported-internship', 'example-supported-employment'),
  services('nurse at home', 'example-community-nursing'),
  services('bike riding', 'example-inclusive-cycling'),
  services('borrow toys', 'example-toy-library'),
  services('painting', 'example-saturday-art-group'),
  services('careers advise', 'example-careers-advice'),
  services('new wheelchair', 'example-wheelchair-service'),
  services('adult learning disability', 'example-adult-learning-disability-team'),
  services(
    'argument with school',
    'example-disagreement-resolution',
    'example-mediation',
    'example-send-advice',
  ),
  services('autism course for parents', 'example-parent-course'),
  services('quiet swiming', 'example-inclusive-swimming'),
]

/**
 * Written later by someone who knew the names of services alone, before they had seen `synonyms.yaml`, the index or the
 * lists above. 8 of these 12 were right the first time they were asked; nothing was put right for them since.
 */
export const unseen: readonly FamilyQuery[] = [
  services('he keeps soiling himself at school', 'example-continence-clinic'),
  services('who takes him to school if I cant drive', 'example-travel-assistance'),
  services('brothers and sisters of disabled children', 'example-sibling-group'),
  services('cant walk far needs a powerchair', 'example-wheelchair-service'),
  services('someone to look after her overnight so we get a rest', 'example-overnight-short-breaks'),
  services('hand writing and holding a pencil', 'example-occupational-therapy'),
  services('dissability living allowence form', 'example-benefits-advice'),
  services('learn to get the bus by himself', 'example-travel-training'),
  services(
    'council said no to an EHC plan, talk it through with someone neutral',
    'example-mediation',
    'example-disagreement-resolution',
  ),
  services(
    'job coach for my daughter with downs',
    'example-supported-employment',
    'example-supported-internship',
  ),
  services('deaf baby', 'example-sensory-support'),
  services('edcational psycologist', 'example-educational-psychology'),
]
