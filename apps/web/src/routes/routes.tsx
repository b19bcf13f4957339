import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouteFault } from '../areas/shell/RouteFault.js';
import { UnknownPage } from '../areas/shell/UnknownPage.js';
import { Loading } from '../kit/Loading.js';

/** Each page is a part of its own, fetched when it is first opened. */
const at = (path: string, load: () => Promise<ComponentType>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
  HydrateFallback: Loading,
});

const pages: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../areas/desk/WorkbenchPage.js')).WorkbenchPage }),
    HydrateFallback: Loading,
  },
  at('people', async () => (await import('../areas/people/PersonList.js')).PersonList),
  at('people/new', async () => (await import('../areas/people/NewPersonPage.js')).NewPersonPage),
  at('people/:id', async () => (await import('../areas/people/PersonPage.js')).PersonPage),
  at('employers', async () => (await import('../areas/organisations/EmployerList.js')).EmployerList),
  at('employers/:id', async () => (await import('../areas/organisations/EmployerPage.js')).EmployerPage),
  at('mediation-bodies', async () => (await import('../areas/organisations/MediationBodyList.js')).MediationBodyList),
  at('organisations', async () => (await import('../areas/organisations/OrganisationsPage.js')).OrganisationsPage),
  at('organisations/:id', async () => (await import('../areas/organisations/OrganisationsPage.js')).OrganisationsPage),
  at('calendar', async () => (await import('../areas/organisations/CalendarPage.js')).CalendarPage),
  at('disputes', async () => (await import('../areas/disputes/DisputeList.js')).DisputeList),
  at('disputes/new', async () => (await import('../areas/disputes/NewDisputePage.js')).NewDisputePage),
  at('disputes/:id', async () => (await import('../areas/disputes/DisputePage.js')).DisputePage),
  at('mass-incidents', async () => (await import('../areas/disputes/MassIncidentList.js')).MassIncidentList),
  at('petitions', async () => (await import('../areas/petitions/PetitionList.js')).PetitionList),
  at('petitions/new', async () => (await import('../areas/petitions/NewPetitionPage.js')).NewPetitionPage),
  at('petitions/:id', async () => (await import('../areas/petitions/PetitionPage.js')).PetitionPage),
  at('hardship-files', async () => (await import('../areas/hardship/HardshipList.js')).HardshipList),
  at('hardship-files/new', async () => (await import('../areas/hardship/NewHardshipFilePage.js')).NewHardshipFilePage),
  at('hardship-files/:id/visit', async () => (await import('../areas/hardship/visit/StartVisitPage.js')).StartVisitPage),
  at('hardship-files/:id/print/:form', async () => (await import('../areas/hardship/printing/PrintPage.js')).PrintPage),
  at('hardship-files/:id', async () => (await import('../areas/hardship/HardshipPage.js')).HardshipPage),
  at('hardship-notices', async () => (await import('../areas/hardship/notices/NoticeBoardPage.js')).NoticeBoardPage),
  at('hardship-certificates', async () => (await import('../areas/hardship/certificates/CertificateList.js')).CertificateList),
  at('hardship-reviews', async () => (await import('../areas/hardship/reviews/ReviewList.js')).ReviewList),
  at('pairings', async () => (await import('../areas/hardship/pairings/PairingList.js')).PairingList),
  at('elsewhere-questions', async () => (await import('../areas/hardship/elsewhere/ElsewhereList.js')).ElsewhereList),
  at('candidates', async () => (await import('../areas/hardship/candidates/CandidateList.js')).CandidateList),
  at('candidates/:id', async () => (await import('../areas/hardship/candidates/CandidatePage.js')).CandidatePage),
  at('coverage', async () => (await import('../areas/hardship/candidates/CoveragePage.js')).CoveragePage),
  at('eligibility-rules', async () => (await import('../areas/hardship/policy/RulesPage.js')).RulesPage),
  at('policies', async () => (await import('../areas/hardship/policy/PolicyList.js')).PolicyList),
  at('policies/:id', async () => (await import('../areas/hardship/policy/PolicyPage.js')).PolicyPage),
  at('disbursements', async () => (await import('../areas/aid/DisbursementList.js')).DisbursementList),
  at('legal-aid', async () => (await import('../areas/legal-aid/LegalAidList.js')).LegalAidList),
  at('imports', async () => (await import('../areas/imports/ImportsPage.js')).ImportsPage),
  at('imports/:id', async () => (await import('../areas/imports/ImportPage.js')).ImportPage),
  at('reports', async () => (await import('../areas/reports/ReportList.js')).ReportList),
  at('reports/:id', async () => (await import('../areas/reports/ReportPage.js')).ReportPage),
  at('users', async () => (await import('../areas/access/UserList.js')).UserList),
  at('users/:id', async () => (await import('../areas/access/UserPage.js')).UserPage),
  at('roles', async () => (await import('../areas/access/RolesPage.js')).RolesPage),
  at('me', async () => (await import('../areas/access/MyAccountPage.js')).MyAccountPage),
  at('audit', async () => (await import('../areas/audit/AuditPage.js')).AuditPage),
  at('system', async () => (await import('../areas/system/SystemPage.js')).SystemPage),
  { path: '*', Component: UnknownPage },
];

export const makeRouter = (): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter([
    {
      path: '/visits',
      lazy: async () => ({ Component: (await import('../areas/hardship/visit/VisitFrame.js')).VisitFrame }),
      ErrorBoundary: RouteFault,
      HydrateFallback: Loading,
      children: [
        {
          index: true,
          lazy: async () => ({ Component: (await import('../areas/hardship/visit/VisitListPage.js')).VisitListPage }),
          HydrateFallback: Loading,
        },
        at(':id', async () => (await import('../areas/hardship/visit/VisitPage.js')).VisitPage),
      ],
    },
    { ...at('/verify/:token', async () => (await import('../areas/verify/VerifyPage.js')).VerifyPage), ErrorBoundary: RouteFault },
    { ...at('/sign-in', async () => (await import('../areas/access/SignInPage.js')).SignInPage), ErrorBoundary: RouteFault },
    {
      path: '/',
      lazy: async () => ({ Component: (await import('../areas/shell/Shell.js')).Shell }),
      ErrorBoundary: RouteFault,
      HydrateFallback: Loading,
      children: [{ ErrorBoundary: RouteFault, children: pages }],
    },
  ]);
