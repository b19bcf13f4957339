import { refusals } from '../shared/refusal.js';

export const refuseAccess = refusals({
  'access.not-signed-in': { kind: 'unauthenticated', zh: '请先登录。', en: 'Please sign in.' },
  'access.wrong-credentials': { kind: 'unauthenticated', zh: '用户名或密码不正确。', en: 'The user name or the password is wrong.' },
  'access.totp-needed': { kind: 'unauthenticated', zh: '请输入动态验证码。', en: 'Please enter the one-time code.' },
  'access.totp-wrong': {
    kind: 'unauthenticated',
    zh: '动态验证码不正确或已使用，请等待下一个验证码。',
    en: 'The one-time code is wrong or was used already. Please wait for the next one.',
  },
  'access.code-wrong': {
    kind: 'invalid',
    zh: '动态验证码不正确或已使用，请等待下一个验证码。',
    en: 'The one-time code is wrong or was used already. Please wait for the next one.',
  },
  'access.locked': {
    kind: 'too-many',
    zh: '连续输错密码，账号已暂时锁定，请 {minutes} 分钟后再试，或请系统管理员解锁。',
    en: 'Too many wrong passwords: the account is locked. Try again in {minutes} minutes, or ask the system administrator to unlock it.',
  },
  'access.too-many': { kind: 'too-many', zh: '请求过于频繁，请稍后再试。', en: 'Too many requests. Please wait a moment.' },
  'access.csrf': { kind: 'forbidden', zh: '页面已过期，请刷新页面后重试。', en: 'The page has expired. Please reload it and try again.' },
  'access.not-permitted': {
    kind: 'forbidden',
    zh: '您没有“{permissionZh}”的权限。如工作需要，请联系安全管理员授权。',
    en: 'You do not have the right “{permissionEn}”. If your work needs it, ask the security administrator.',
  },
  'access.password-change-first': { kind: 'forbidden', zh: '请先修改初始密码。', en: 'Please change your first password.' },
  'access.password-wrong': { kind: 'invalid', zh: '当前密码不正确。', en: 'The current password is wrong.' },
  'access.password-short': { kind: 'invalid', zh: '新密码至少 {min} 个字符。', en: 'The new password needs at least {min} characters.' },
  'access.password-long': { kind: 'invalid', zh: '新密码最多 {max} 个字符。', en: 'The new password may have at most {max} characters.' },
  'access.password-plain': {
    kind: 'invalid',
    zh: '新密码须包含大写字母、小写字母、数字、符号中的至少 {kinds} 类。',
    en: 'Use at least {kinds} of: capital letters, small letters, digits, symbols.',
  },
  'access.password-personal': {
    kind: 'invalid',
    zh: '新密码不能包含用户名或姓名。',
    en: 'The new password must not contain your user name or name.',
  },
  'access.password-common': {
    kind: 'invalid',
    zh: '新密码过于常见，请换一个。',
    en: 'The new password is too common. Please choose another.',
  },
  'access.password-same': { kind: 'invalid', zh: '新密码不能与当前密码相同。', en: 'The new password must differ from the current one.' },
  'access.no-password': {
    kind: 'invalid',
    zh: '此账号通过统一身份认证登录，没有本地密码。',
    en: 'This account signs in through the identity provider and has no password here.',
  },
  'access.totp-on': {
    kind: 'conflict',
    zh: '动态验证码已启用；如需更换，请先停用。',
    en: 'The second factor is on already. Turn it off first to replace it.',
  },
  'access.totp-not-begun': { kind: 'invalid', zh: '请先获取动态验证码密钥。', en: 'Please begin the enrolment first.' },
  'access.username-taken': {
    kind: 'conflict',
    zh: '用户名“{username}”已被使用，请换一个。',
    en: 'The user name “{username}” is taken. Please choose another.',
  },
  'access.officers-apart': {
    kind: 'conflict',
    zh: '三员（系统、安全、审计管理员）不能由同一人兼任，也不能兼任业务角色。请先收回其现有角色。',
    en: 'The system, security and audit administrators are three different people and hold no business role. Revoke the present role first.',
  },
  'access.officer-secret': {
    kind: 'forbidden',
    zh: '三员（系统、安全、审计管理员）的密码不在系统内重置，否则重置者可用其账号登录。请服务器维护人员在服务器上运行：npm run officers:reset -- {username}',
    en: 'The password of a system, security or audit administrator is not reset here: whoever resets it could sign in as that person. Ask whoever keeps the server to run there: npm run officers:reset -- {username}',
  },
  'access.no-officer': {
    kind: 'conflict',
    zh: '“{username}”不是三员（系统、安全、审计管理员）账号，请由系统管理员在用户页面重置密码。',
    en: '“{username}” is no system, security or audit administrator. The system administrator resets the password on the user’s page.',
  },
  'access.officer-closed': {
    kind: 'conflict',
    zh: '账号“{username}”已停用，设了密码也不能登录。请先由系统管理员启用该账号。',
    en: 'The account “{username}” is closed, and a new password would open nothing. Have a system administrator reopen it first.',
  },
  'access.username-unknown': {
    kind: 'not-found',
    zh: '没有用户名为“{username}”的账号，请核对用户名。',
    en: 'No account has the user name “{username}”. Please check the name.',
  },
  'access.own-grant': {
    kind: 'forbidden',
    zh: '不能给自己授权或收回自己的角色，请由另一位安全管理员办理。',
    en: 'You cannot give or revoke your own roles. Ask another security administrator.',
  },
  'access.role-unknown': { kind: 'invalid', zh: '没有这个角色。', en: 'There is no such role.' },
  'access.grant-ends-first': {
    kind: 'invalid',
    zh: '授权的截止日期不能早于起始日期 {from}。',
    en: 'The grant cannot end before {from}, when it begins.',
  },
  'access.grant-there': { kind: 'conflict', zh: '该用户在此组织已有这个角色。', en: 'The user already has this role there.' },
  'access.own-account': { kind: 'forbidden', zh: '不能停用自己的账号。', en: 'You cannot close your own account.' },
  'access.scope-unknown': {
    kind: 'invalid',
    zh: '令牌范围“{scope}”不是您拥有的权限。',
    en: 'The scope “{scope}” is not one of your rights.',
  },
  'access.token-session': {
    kind: 'forbidden',
    zh: '此操作须登录后在页面上办理，不能用个人令牌。',
    en: 'This needs a signed-in session; a personal token cannot do it.',
  },
  'access.oidc-off': { kind: 'not-found', zh: '未配置统一身份认证。', en: 'Sign-in through an identity provider is not configured.' },
  'access.oidc-failed': {
    kind: 'unauthenticated',
    zh: '统一身份认证失败，请重试或用密码登录。',
    en: 'The identity provider did not confirm you. Try again or use your password.',
  },
  'access.repeated': {
    kind: 'conflict',
    zh: '这一操作此前已经提交，请刷新页面查看结果。',
    en: 'This was submitted before. Please reload to see the result.',
  },
  'access.key-reused': {
    kind: 'conflict',
    zh: '同一个 Idempotency-Key 已用于另一个请求，请刷新页面后重试。',
    en: 'This Idempotency-Key was used for another request. Please reload and try again.',
  },
});
