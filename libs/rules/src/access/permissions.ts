import type { Label } from '../shared/label.js';

/**
 * Every permission, `noun.verb`, with a sentence. Default is no. `mode` is what the permission lets row-level security do
 * with rows of the noun: read them, write them, or nothing by itself.
 */
interface PermissionText extends Label {
  mode: 'read' | 'write' | 'none';
}
const reads = (zh: string, en: string): PermissionText => ({ zh, en, mode: 'read' });
const writes = (zh: string, en: string): PermissionText => ({ zh, en, mode: 'write' });
const allows = (zh: string, en: string): PermissionText => ({ zh, en, mode: 'none' });

export const permissions = {
  'person.read': reads('查看人员（脱敏）', 'See people, masked'),
  'person.create': writes('登记新人员', 'Register a person'),
  'person.change': writes('修改人员信息', 'Change a person'),
  'person.reveal': allows('说明用途后查看完整敏感信息', 'See a masked value after stating a purpose'),
  'person-merge.make': writes('合并重复人员', 'Merge records of one person'),
  'person-merge.undo': writes('撤销人员合并', 'Undo a merge'),
  'employer.read': reads('查看用人单位', 'See employers'),
  'employer.create': writes('登记用人单位', 'Register an employer'),
  'employer.change': writes('修改用人单位', 'Change an employer'),
  'organisation.create': writes('新建工会组织', 'Create an organisation'),
  'organisation.change': writes('修改工会组织', 'Change an organisation'),
  'organisation.move': writes('调整隶属关系', 'Move an organisation'),
  'mediation-body.read': reads('查看调解组织', 'See mediation bodies'),
  'mediation-body.create': writes('登记调解组织', 'Register a mediation body'),
  'dispute.read': reads('查看劳动争议案件', 'See disputes'),
  'dispute.register': writes('登记劳动争议', 'Register a dispute'),
  'dispute.accept': writes('受理或不予受理', 'Accept or refuse a dispute'),
  'dispute.assign': writes('指派调解员', 'Assign a mediator'),
  'dispute.mediate': writes('主持调解', 'Mediate'),
  'dispute.close': writes('结案', 'Close a dispute'),
  'mass-incident.read': reads('查看群体性事件', 'See mass incidents'),
  'mass-incident.record': writes('录入群体性事件', 'Record mass incidents'),
  'petition.read': reads('查看信访件', 'See petitions'),
  'petition.register': writes('登记信访', 'Register a petition'),
  'petition.sort': writes('甄别、受理、转送', 'Sort, accept or refer a petition'),
  'petition.handle': writes('办理、答复', 'Handle and reply'),
  'petition.extend': writes('批准延期', 'Approve an extension'),
  'petition.close': writes('办结', 'Close a petition'),
  'hardship.read': reads('查看困难职工档案', 'See hardship files'),
  'hardship.record': writes('录入困难职工档案', 'Record hardship files'),
  'hardship.check': writes('初审、核对困难职工申请', 'Check and verify hardship applications'),
  'hardship.review': writes('复审、公示、核查异议', 'Review, publish notices, check objections'),
  'hardship.approve': writes('批准建档、调档和销档', 'Approve files, changes of class and exits'),
  'elsewhere.ask': allows('询问是否已在其他中心受助', 'Ask whether somebody is helped elsewhere'),
  'candidate.read': reads('查看应帮未帮线索', 'See who may need help'),
  'candidate.work': writes('办理应帮未帮线索', 'Work on who may need help'),
  'policy.read': reads('查看认定规则和测算', 'See rules of eligibility and what-ifs'),
  'policy.draft': writes('起草规则和标准', 'Draft rules and standards'),
  'policy.publish': writes('复核并发布规则和标准', 'Agree to and publish rules and standards'),
  'disbursement.read': reads('查看发放记录', 'See disbursements'),
  'disbursement.record': writes('录入发放记录', 'Record disbursements'),
  'legal-aid.read': reads('查看法律援助', 'See legal aid'),
  'legal-aid.record': writes('录入法律援助', 'Record legal aid'),
  'import.read': reads('查看导入记录', 'See imports'),
  'import.run': writes('导入台账', 'Import ledgers'),
  'import.reverse': writes('撤销导入', 'Reverse an import'),
  'report.read': reads('查看分析月报', 'Read reports'),
  'report.request': writes('生成分析月报', 'Have a report made'),
  'user.read': reads('查看用户', 'See users'),
  'user.create': writes('新建用户', 'Create a user'),
  'user.change': writes('修改用户', 'Change a user'),
  'user.close': writes('停用、启用用户', 'Close or reopen a user'),
  'user.unlock': writes('解除锁定', 'Unlock a user'),
  'user.reset-password': writes('重置密码', 'Reset a password'),
  'session.read': reads('查看登录会话', 'See sessions'),
  'session.revoke': writes('强制下线', 'Revoke a session'),
  'role.read': reads('查看角色', 'See roles'),
  'grant.read': reads('查看授权', 'See grants'),
  'grant.give': writes('授予角色', 'Give a role'),
  'grant.revoke': writes('收回角色', 'Revoke a role'),
  'parameter.change': writes('修改规则参数与工作日历', 'Change parameters and the calendar'),
  'job.read': reads('查看后台作业', 'See background jobs'),
  'job.retry': writes('重试或取消后台作业', 'Retry or cancel a job'),
  'audit.read': reads('查看审计日志', 'Read the audit trail'),
  'audit.export': allows('导出审计日志', 'Export the audit trail'),
} as const satisfies Record<`${string}.${string}`, PermissionText>;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];
export const nounOf = (permission: Permission): string => permission.slice(0, permission.indexOf('.'));
export const isPermission = (name: string): name is Permission => name in permissions;
