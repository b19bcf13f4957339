import type { Label } from '../shared/label.js';
import { permissions, permissionNames, type Permission } from './permissions.js';

/** How far a permission goes from the organisation of the grant: the whole city, the subtree, the organisation itself, or only what one is assigned. */
export type Reach = 'city' | 'subtree' | 'organisation' | 'assigned';

export interface Role extends Label {
  sentenceZh: string;
  /** 三员: system, security and audit administrators; each alone, none with business data. */
  officer?: 'system' | 'security' | 'audit';
  permissions: Partial<Record<Permission, Reach>>;
}

const over = (reach: Reach, ...names: Permission[]): Partial<Record<Permission, Reach>> =>
  Object.fromEntries(names.map((name) => [name, reach]));

const people: Permission[] = [
  'person.read',
  'person.create',
  'person.change',
  'person.reveal',
  'employer.read',
  'employer.create',
  'employer.change',
];
const readBusiness = permissionNames.filter(
  (name) =>
    permissions[name].mode === 'read' && !['user.read', 'session.read', 'role.read', 'grant.read', 'job.read', 'audit.read'].includes(name),
);

export const roles = {
  'window-clerk': {
    zh: '窗口受理员',
    en: 'Window clerk',
    sentenceZh: '在服务窗口接待、登记人员、争议和信访。',
    permissions: over(
      'subtree',
      ...people,
      'dispute.read',
      'dispute.register',
      'petition.read',
      'petition.register',
      'hardship.read',
      'legal-aid.read',
      'mediation-body.read',
    ),
  },
  'aid-officer': {
    zh: '帮扶专员',
    en: 'Aid officer',
    sentenceZh: '管理困难职工档案和帮扶台账。',
    permissions: over(
      'subtree',
      ...people,
      'person-merge.make',
      'person-merge.undo',
      'hardship.read',
      'hardship.record',
      'disbursement.read',
      'disbursement.record',
      'import.read',
      'import.run',
      'import.reverse',
      'report.read',
    ),
  },
  mediator: {
    zh: '调解员',
    en: 'Mediator',
    sentenceZh: '登记本组织的劳动争议，主持指派给自己的调解。',
    permissions: {
      ...over(
        'organisation',
        'person.read',
        'person.create',
        'person.reveal',
        'employer.read',
        'employer.create',
        'mediation-body.read',
        'dispute.read',
        'dispute.register',
      ),
      ...over('assigned', 'dispute.mediate'),
    },
  },
  'petition-officer': {
    zh: '信访专员',
    en: 'Petition officer',
    sentenceZh: '甄别、受理、办理并答复信访。',
    permissions: over(
      'subtree',
      ...people,
      'petition.read',
      'petition.register',
      'petition.sort',
      'petition.handle',
      'petition.close',
      'report.read',
      'import.read',
      'import.run',
      'import.reverse',
    ),
  },
  'legal-aid-officer': {
    zh: '法律援助管理员',
    en: 'Legal-aid officer',
    sentenceZh: '管理工会法律服务和法律援助案件。',
    permissions: over(
      'subtree',
      ...people,
      'legal-aid.read',
      'legal-aid.record',
      'dispute.read',
      'import.read',
      'import.run',
      'import.reverse',
    ),
  },
  'aid-lawyer': {
    zh: '援助律师',
    en: 'Aid lawyer',
    sentenceZh: '只看指派给自己的援助案件。',
    permissions: over('assigned', 'legal-aid.read'),
  },
  reviewer: {
    zh: '审核人',
    en: 'Reviewer',
    sentenceZh: '受理争议、指派调解员、审核结案与延期。',
    permissions: over(
      'subtree',
      ...people,
      'person-merge.make',
      'person-merge.undo',
      'dispute.read',
      'dispute.register',
      'dispute.accept',
      'dispute.assign',
      'dispute.close',
      'mass-incident.read',
      'petition.read',
      'petition.extend',
      'petition.sort',
      'petition.close',
      'hardship.read',
      'disbursement.read',
      'legal-aid.read',
      'mediation-body.read',
      'mediation-body.create',
      'report.read',
      'report.request',
    ),
  },
  approver: {
    zh: '审批人（分管主席）',
    en: 'Approver',
    sentenceZh: '批阅月报，审批延期与结案，掌握全局。',
    permissions: over('subtree', ...readBusiness, 'petition.extend', 'dispute.close', 'report.request'),
  },
  cashier: {
    zh: '财务出纳',
    en: 'Cashier',
    sentenceZh: '核对发放记录。',
    permissions: over('subtree', 'disbursement.read', 'person.read'),
  },
  accountant: {
    zh: '财务会计',
    en: 'Accountant',
    sentenceZh: '核对资金与发放台账，导入发放表。',
    permissions: over(
      'subtree',
      'disbursement.read',
      'disbursement.record',
      'person.read',
      'person.create',
      'import.read',
      'import.run',
      'report.read',
    ),
  },
  'funds-auditor': {
    zh: '经审（只读）',
    en: 'Funds auditor',
    sentenceZh: '只读查看业务与资金。',
    permissions: over('subtree', ...readBusiness),
  },
  statistician: {
    zh: '统计员',
    en: 'Statistician',
    sentenceZh: '导入台账，生成分析月报。',
    permissions: over(
      'subtree',
      ...readBusiness,
      'dispute.register',
      'petition.register',
      'mass-incident.record',
      'hardship.record',
      'disbursement.record',
      'legal-aid.record',
      'import.run',
      'import.reverse',
      'report.request',
      'person.create',
      'person.change',
      'employer.create',
      'employer.change',
    ),
  },
  archivist: {
    zh: '档案员',
    en: 'Archivist',
    sentenceZh: '查阅案卷。',
    permissions: over('subtree', 'dispute.read', 'petition.read', 'hardship.read', 'legal-aid.read', 'person.read'),
  },
  'unit-union': {
    zh: '单位工会经办',
    en: 'Unit union clerk',
    sentenceZh: '登记本单位职工的争议与信访。',
    permissions: over(
      'organisation',
      'person.read',
      'person.create',
      'employer.read',
      'dispute.read',
      'dispute.register',
      'petition.read',
      'petition.register',
      'hardship.read',
    ),
  },
  worker: { zh: '职工', en: 'Worker', sentenceZh: '职工自助账号：自助服务开通前没有业务权限。', permissions: {} },
  'centre-admin': {
    zh: '中心管理员',
    en: 'Centre administrator',
    sentenceZh: '维护组织、阵地、调解组织、单位名册与工作日历。',
    permissions: over(
      'subtree',
      'organisation.create',
      'organisation.change',
      'organisation.move',
      'mediation-body.read',
      'mediation-body.create',
      'employer.read',
      'employer.create',
      'employer.change',
      'parameter.change',
      'import.read',
      'report.read',
    ),
  },
  'system-admin': {
    zh: '系统管理员',
    en: 'System administrator',
    sentenceZh: '管理账号与后台作业，不接触业务数据。',
    officer: 'system',
    permissions: over(
      'subtree',
      'user.read',
      'user.create',
      'user.change',
      'user.close',
      'user.unlock',
      'user.reset-password',
      'session.read',
      'session.revoke',
      'job.read',
      'job.retry',
      'role.read',
      'grant.read',
    ),
  },
  'security-admin': {
    zh: '安全管理员',
    en: 'Security administrator',
    sentenceZh: '管理角色授权与会话，不接触业务数据。',
    officer: 'security',
    permissions: over('subtree', 'user.read', 'session.read', 'session.revoke', 'role.read', 'grant.read', 'grant.give', 'grant.revoke'),
  },
  'audit-admin': {
    zh: '审计管理员',
    en: 'Audit administrator',
    sentenceZh: '查看、核验、导出审计日志，不接触业务数据。',
    officer: 'audit',
    permissions: over('subtree', 'audit.read', 'audit.export'),
  },
} as const satisfies Record<string, Role>;

export type RoleCode = keyof typeof roles;
export const roleCodes = Object.keys(roles) as RoleCode[];
export const isRoleCode = (code: string): code is RoleCode => code in roles;
