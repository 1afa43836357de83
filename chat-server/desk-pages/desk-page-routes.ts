/** The plain pages of the desk stand in the frame that all plain pages for staff have. */
export {
  acceptForms,
  createStaffPageRoutes as createDeskPageRoutes,
  csrfField,
  type GoTo,
  type PageRequest as DeskRequest,
  type PageWork as DeskWork,
  type ShownPage as DeskPage,
  type StaffPageParts as DeskPageParts,
  sentencePage,
} from '#platform/pages/staff-page-routes.ts'
