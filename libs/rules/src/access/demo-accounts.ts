/** The demo city's named accounts; they exist only where the demo was loaded, which production refuses. */
export const DEMO_PASSWORD = 'Bangfu-2026!demo';
export const demoAccounts = [
  { username: 'window01', roleCode: 'window-clerk', nameZh: '窗口受理员', nameEn: 'Window clerk' },
  { username: 'aid01', roleCode: 'aid-officer', nameZh: '帮扶专员', nameEn: 'Aid officer' },
  { username: 'mediator01', roleCode: 'mediator', nameZh: '调解员', nameEn: 'Mediator' },
  { username: 'petition01', roleCode: 'petition-officer', nameZh: '信访专员', nameEn: 'Petition officer' },
  { username: 'legal01', roleCode: 'legal-aid-officer', nameZh: '法律援助管理员', nameEn: 'Legal-aid officer' },
  { username: 'lawyer01', roleCode: 'aid-lawyer', nameZh: '援助律师', nameEn: 'Aid lawyer' },
  { username: 'reviewer01', roleCode: 'reviewer', nameZh: '审核人', nameEn: 'Reviewer' },
  { username: 'manager01', roleCode: 'approver', nameZh: '审批人（分管主席）', nameEn: 'Approver' },
  { username: 'cashier01', roleCode: 'cashier', nameZh: '财务出纳', nameEn: 'Cashier' },
  { username: 'accountant01', roleCode: 'accountant', nameZh: '财务会计', nameEn: 'Accountant' },
  { username: 'auditor01', roleCode: 'funds-auditor', nameZh: '经审', nameEn: 'Funds auditor' },
  { username: 'statistician01', roleCode: 'statistician', nameZh: '统计员', nameEn: 'Statistician' },
  { username: 'archivist01', roleCode: 'archivist', nameZh: '档案员', nameEn: 'Archivist' },
  { username: 'unit01', roleCode: 'unit-union', nameZh: '单位工会经办', nameEn: 'Unit union clerk' },
  { username: 'worker01', roleCode: 'worker', nameZh: '职工', nameEn: 'Worker' },
  { username: 'centre01', roleCode: 'centre-admin', nameZh: '中心管理员', nameEn: 'Centre administrator' },
  { username: 'system01', roleCode: 'system-admin', nameZh: '系统管理员', nameEn: 'System administrator' },
  { username: 'security01', roleCode: 'security-admin', nameZh: '安全管理员', nameEn: 'Security administrator' },
  { username: 'audit01', roleCode: 'audit-admin', nameZh: '审计管理员', nameEn: 'Audit administrator' },
] as const;
