import type { z } from 'zod';
import type { Me } from '#contract/access';
import type { Caller } from '#casework/access/actor-of-session';
import { myAccount } from '#casework/access/who-am-i';
import type { Desk } from '../http/desk.js';

export async function presentMe(desk: Desk, caller: Caller): Promise<z.infer<typeof Me>> {
  const { mustChange, ...account } = await myAccount({
    data: desk.data,
    secrets: desk.secrets,
    clockwork: desk.clockwork,
    actor: caller.actor,
    now: new Date(),
  });
  return {
    ...account,
    id: caller.actor.id,
    name: caller.actor.name,
    permissions: [...caller.actor.rights.keys()].sort(),
    mustChangePassword: mustChange,
    csrfToken: caller.session?.csrfToken ?? null,
    demo: await desk.isDemo(),
  };
}
