import { mayHandOutSecret } from '#rules/access/officers';
import { refuseAccess } from '#rules/access/refusals';
import { action, type ActionView } from '../actions.js';
import { whyNotPermitted, type Actor } from '../work.js';

interface Account {
  id: string;
  username: string;
  organisationId: string;
  status: string;
  officer: boolean;
}

export function userActions(actor: Actor, user: Account): ActionView[] {
  const own = user.id === actor.id;
  return [
    action('changeUser', whyNotPermitted(actor, 'user.change', user)),
    user.status === 'active'
      ? action('closeUser', own ? refuseAccess('access.own-account') : whyNotPermitted(actor, 'user.close', user))
      : action('reopenUser', whyNotPermitted(actor, 'user.close', user)),
    action('unlockUser', whyNotPermitted(actor, 'user.unlock', user)),
    action('resetPassword', whyNotPermitted(actor, 'user.reset-password', user) ?? mayHandOutSecret(user)),
    action('giveGrant', own ? refuseAccess('access.own-grant') : whyNotPermitted(actor, 'grant.give')),
    action('revokeGrant', own ? refuseAccess('access.own-grant') : whyNotPermitted(actor, 'grant.revoke')),
    action('revokeUserSession', whyNotPermitted(actor, 'session.revoke')),
  ];
}
