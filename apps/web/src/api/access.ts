import type * as C from '#contract/access';
import type { Made } from '#contract/imports';
import { send } from './client.js';
import { changing, doing, getting, listing, making, reading } from './operation.js';

export const signInOptions = reading<typeof C.SignInOptions>('/sign-in');
export const signIn = making<typeof C.SignIn, typeof C.Me>('/session');
export const whoAmI = reading<typeof C.Me>('/session');
export const signOut = (): Promise<void> => send('DELETE', '/session');

export const changePassword = making<typeof C.ChangePassword, never>('/me/password');
export const changeLanguage = making<typeof C.ChangeLanguage, never>('/me/language', 'PUT');
export const beginTotp = making<typeof C.BeginTotp, typeof C.TotpEnrolment>('/me/totp');
export const confirmTotp = making<typeof C.TotpCode, never>('/me/totp/confirmation');
export const disableTotp = making<typeof C.TotpCode, never>('/me/totp', 'DELETE');
export const mySessions = reading<typeof C.SessionList>('/me/sessions');
export const revokeSession = doing((id) => `/me/sessions/${id}`, 'DELETE');
export const myTokens = reading<typeof C.TokenList>('/me/tokens');
export const createToken = making<typeof C.CreateToken, typeof C.NewToken>('/me/tokens');
export const revokeToken = doing((id) => `/me/tokens/${id}`, 'DELETE');

export const findUsers = listing<typeof C.FindUsers, typeof C.UserPage>('/users');
export const createUser = making<typeof C.CreateUser, typeof C.NewUser>('/users');
export const getUser = getting<typeof C.UserRecord>((id) => `/users/${id}`);
export const changeUser = changing<typeof C.ChangeUser>((id) => `/users/${id}`, 'PUT');
export const closeUser = changing<typeof C.CloseUser>((id) => `/users/${id}/closure`);
export const reopenUser = changing<typeof C.CloseUser>((id) => `/users/${id}/reopening`);
export const unlockUser = doing((id) => `/users/${id}/unlocking`);
export const resetPassword = doing<typeof C.NewUser>((id) => `/users/${id}/password-reset`);
export const giveGrant = changing<typeof C.GiveGrant, typeof Made>((id) => `/users/${id}/grants`);
export const revokeGrant = (id: string, grantId: string): Promise<void> => send('DELETE', `/users/${id}/grants/${grantId}`);
export const userSessions = getting<typeof C.SessionList>((id) => `/users/${id}/sessions`);
export const revokeUserSession = (id: string, sessionId: string): Promise<void> => send('DELETE', `/users/${id}/sessions/${sessionId}`);
export const listRoles = reading<typeof C.RoleList>('/roles');
