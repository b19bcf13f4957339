import { Body, Controller, Delete, Get, HttpStatus, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  ChangeUser,
  CloseUser,
  CreateUser,
  FindUsers,
  GiveGrant,
  NewUser,
  RoleList,
  SessionList,
  UserPage,
  UserRecord,
} from '#contract/access';
import { Made } from '#contract/imports';
import { Id, IdParams } from '#contract/shared';
import { changeUser, closeUser, resetPassword, unlockUser } from '#casework/access/change-user';
import { createUser } from '#casework/access/create-user';
import { findUsers, getUser } from '#casework/access/find-users';
import { giveGrant, revokeGrant } from '#casework/access/give-grant';
import { listRoles } from '#casework/access/list-roles';
import { findSessions } from '#casework/access/sessions';
import { revokeSession } from '#casework/access/sign-out';
import { userActions } from '#casework/access/user-actions';
import type { Work } from '#casework/work';
import type { PlainDate } from '#rules/shared/plain-date';
import { KnownCallers } from '../http/known-callers.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

const NO_CONTENT = HttpStatus.NO_CONTENT;
type IdOf = z.infer<typeof IdParams>;
const GrantParams = z.object({ id: Id, grantId: Id });
const SessionParams = z.object({ id: Id, sessionId: Id });

@Controller('api')
export class UsersController {
  constructor(private readonly callers: KnownCallers) {}

  @Operation('findUsers', { needs: 'user.read', answers: UserPage })
  @Get('users')
  find(@AtWork() work: Work, @Query({ schema: FindUsers }) filter: z.infer<typeof FindUsers>) {
    return findUsers(work, filter);
  }

  @Operation('createUser', { needs: 'user.create', status: 201, answers: NewUser })
  @Post('users')
  create(@AtWork() work: Work, @Body({ schema: CreateUser }) body: z.infer<typeof CreateUser>) {
    return createUser(work, body);
  }

  @Operation('getUser', { needs: 'user.read', answers: UserRecord })
  @Get('users/:id')
  async get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: IdOf) {
    const { officer, ...user } = await getUser(work, id);
    return { ...user, actions: userActions(work.actor, { ...user, officer }) };
  }

  @Operation('changeUser', { needs: 'user.change', status: NO_CONTENT })
  @Put('users/:id')
  change(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: IdOf,
    @Body({ schema: ChangeUser }) body: z.infer<typeof ChangeUser>,
  ): Promise<void> {
    return changeUser(work, { userId: id, ...body });
  }

  @Operation('closeUser', { needs: 'user.close', status: NO_CONTENT })
  @Post('users/:id/closure')
  async close(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: IdOf,
    @Body({ schema: CloseUser }) body: z.infer<typeof CloseUser>,
  ): Promise<void> {
    await closeUser(work, { userId: id, ...body }, true);
    this.callers.forgetAll();
  }

  @Operation('reopenUser', { needs: 'user.close', status: NO_CONTENT })
  @Post('users/:id/reopening')
  reopen(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: IdOf,
    @Body({ schema: CloseUser }) body: z.infer<typeof CloseUser>,
  ): Promise<void> {
    return closeUser(work, { userId: id, ...body }, false);
  }

  @Operation('unlockUser', { needs: 'user.unlock', status: NO_CONTENT })
  @Post('users/:id/unlocking')
  unlock(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: IdOf): Promise<void> {
    return unlockUser(work, id);
  }

  @Operation('resetPassword', { needs: 'user.reset-password', status: 201, answers: NewUser })
  @Post('users/:id/password-reset')
  async reset(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: IdOf) {
    const reset = await resetPassword(work, id);
    this.callers.forgetAll();
    return reset;
  }

  @Operation('giveGrant', { needs: 'grant.give', status: 201, answers: Made })
  @Post('users/:id/grants')
  async give(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: IdOf,
    @Body({ schema: GiveGrant }) body: z.infer<typeof GiveGrant>,
  ) {
    const grant = await giveGrant(work, {
      userId: id,
      ...body,
      validFrom: body.validFrom as PlainDate | undefined,
      validTo: body.validTo as PlainDate | null | undefined,
    });
    this.callers.forgetAll();
    return grant;
  }

  @Operation('revokeGrant', { needs: 'grant.revoke', status: NO_CONTENT })
  @Delete('users/:id/grants/:grantId')
  async revokeGrant(@AtWork() work: Work, @Param({ schema: GrantParams }) { id, grantId }: z.infer<typeof GrantParams>): Promise<void> {
    await revokeGrant(work, { userId: id, grantId });
    this.callers.forgetAll();
  }

  @Operation('userSessions', { needs: 'session.read', answers: SessionList })
  @Get('users/:id/sessions')
  async sessions(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: IdOf) {
    return { items: (await findSessions(work, id)).map((item) => ({ ...item, current: false })) };
  }

  @Operation('revokeUserSession', { needs: 'session.revoke', status: NO_CONTENT })
  @Delete('users/:id/sessions/:sessionId')
  async revokeSession(
    @AtWork() work: Work,
    @Param({ schema: SessionParams }) { id, sessionId }: z.infer<typeof SessionParams>,
  ): Promise<void> {
    await revokeSession(work, id, sessionId);
    this.callers.forgetAll();
  }

  @Operation('listRoles', { needs: 'role.read', answers: RoleList })
  @Get('roles')
  roles(@AtWork() work: Work) {
    return listRoles(work);
  }
}
