import {
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  ControlOutlined,
  CreditCardOutlined,
  FireOutlined,
  HeartOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  LinkOutlined,
  MailOutlined,
  MobileOutlined,
  NotificationOutlined,
  PayCircleOutlined,
  PieChartOutlined,
  QuestionCircleOutlined,
  ReconciliationOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Permission } from '#rules/access/permissions';

export interface MenuEntry {
  key:
    | 'workbench'
    | 'disputes'
    | 'petitions'
    | 'massIncidents'
    | 'hardship'
    | 'visits'
    | 'notices'
    | 'certificates'
    | 'reviews'
    | 'pairings'
    | 'elsewhere'
    | 'candidates'
    | 'coverage'
    | 'disbursements'
    | 'legalAid'
    | 'people'
    | 'employers'
    | 'mediationBodies'
    | 'imports'
    | 'reports'
    | 'organisations'
    | 'users'
    | 'roles'
    | 'audit'
    | 'system'
    | 'calendar'
    | 'eligibilityRules';
  path: string;
  icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  /** None where everybody who is signed in may look. */
  permission?: Permission;
}

/** The side menu; an entry is drawn for whoever may read what lies behind it. */
export const menu: readonly { key: 'desk' | 'cases' | 'aid' | 'people' | 'figures' | 'administration'; entries: readonly MenuEntry[] }[] = [
  { key: 'desk', entries: [{ key: 'workbench', path: '/', icon: HomeOutlined }] },
  {
    key: 'cases',
    entries: [
      { key: 'disputes', path: '/disputes', icon: SolutionOutlined, permission: 'dispute.read' },
      { key: 'petitions', path: '/petitions', icon: MailOutlined, permission: 'petition.read' },
      { key: 'massIncidents', path: '/mass-incidents', icon: FireOutlined, permission: 'mass-incident.read' },
      { key: 'legalAid', path: '/legal-aid', icon: SafetyCertificateOutlined, permission: 'legal-aid.read' },
    ],
  },
  {
    key: 'aid',
    entries: [
      { key: 'hardship', path: '/hardship-files', icon: HeartOutlined, permission: 'hardship.read' },
      { key: 'visits', path: '/visits', icon: MobileOutlined, permission: 'hardship.record' },
      { key: 'candidates', path: '/candidates', icon: AlertOutlined, permission: 'candidate.read' },
      { key: 'coverage', path: '/coverage', icon: PieChartOutlined, permission: 'candidate.read' },
      { key: 'reviews', path: '/hardship-reviews', icon: CarryOutOutlined, permission: 'hardship.read' },
      { key: 'notices', path: '/hardship-notices', icon: NotificationOutlined, permission: 'hardship.read' },
      { key: 'certificates', path: '/hardship-certificates', icon: CreditCardOutlined, permission: 'hardship.read' },
      { key: 'pairings', path: '/pairings', icon: LinkOutlined, permission: 'hardship.read' },
      { key: 'elsewhere', path: '/elsewhere-questions', icon: QuestionCircleOutlined, permission: 'elsewhere.ask' },
      { key: 'disbursements', path: '/disbursements', icon: PayCircleOutlined, permission: 'disbursement.read' },
    ],
  },
  {
    key: 'people',
    entries: [
      { key: 'people', path: '/people', icon: IdcardOutlined, permission: 'person.read' },
      { key: 'employers', path: '/employers', icon: BankOutlined, permission: 'employer.read' },
      { key: 'mediationBodies', path: '/mediation-bodies', icon: TeamOutlined, permission: 'mediation-body.read' },
    ],
  },
  {
    key: 'figures',
    entries: [
      { key: 'reports', path: '/reports', icon: BarChartOutlined, permission: 'report.read' },
      { key: 'imports', path: '/imports', icon: ImportOutlined, permission: 'import.read' },
    ],
  },
  {
    key: 'administration',
    entries: [
      { key: 'organisations', path: '/organisations', icon: ApartmentOutlined },
      { key: 'users', path: '/users', icon: UserOutlined, permission: 'user.read' },
      { key: 'roles', path: '/roles', icon: ControlOutlined, permission: 'role.read' },
      { key: 'calendar', path: '/calendar', icon: CalendarOutlined },
      { key: 'eligibilityRules', path: '/eligibility-rules', icon: ReconciliationOutlined, permission: 'policy.read' },
      { key: 'audit', path: '/audit', icon: AuditOutlined, permission: 'audit.read' },
      { key: 'system', path: '/system', icon: ScheduleOutlined, permission: 'job.read' },
    ],
  },
];
