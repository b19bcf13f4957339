import { Body, Controller, Delete, Get, HttpStatus, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { BeginTotp, CreateToken, NewToken, SessionList, TokenList, TotpCode, TotpEnrolment } from '#contract/access';
import { IdParams } from '#contract/shared';
import { createToken, findTokens, revokeToken } from '#casework/access/api-tokens';
import type { Caller } from '#casework/access/actor-of-session';
import { beginTotp, confirmTotp, disableTotp } from '#casework/access/second-factor';
import { findSessions } from '#casework/access/sessions';
import { revokeSession } from '#casework/access/sign-out';
import type { Work } from '#casework/work';
import { KnownCallers } from '../http/known-callers.js';
import { Operation } from '../http/operation.js';
import { AtWork, Calling } from '../http/request.js';

const NO_CONTENT = HttpStatus.NO_CONTENT;
type Id = z.infer<typeof IdParams>;

/** One's own second factor, sessions and tokens. */
@Controller('api/me')
export class MyAccountController {
  constructor(private readonly callers: KnownCallers) {}

  @Operation('beginTotp', { needs: 'signed-in', status: 201, answers: TotpEnrolment, sessionOnly: true })
  @Post('totp')
  begin(
    @AtWork() work: Work,
    @Calling() caller: Caller,
    @Body({ schema: BeginTotp }) { current }: z.infer<typeof BeginTotp>,
  ): Promise<z.infer<typeof TotpEnrolment>> {
    return beginTotp(work, caller.username, current);
  }

  @Operation('confirmTotp', { needs: 'signed-in', status: NO_CONTENT, sessionOnly: true })
  @Post('totp/confirmation')
  confirm(@AtWork() work: Work, @Body({ schema: TotpCode }) { code }: z.infer<typeof TotpCode>): Promise<void> {
    return confirmTotp(work, code);
  }

  @Operation('disableTotp', { needs: 'signed-in', status: NO_CONTENT, sessionOnly: true })
  @Delete('totp')
  disable(@AtWork() work: Work, @Body({ schema: TotpCode }) { code }: z.infer<typeof TotpCode>): Promise<void> {
    return disableTotp(work, code);
  }

  @Operation('mySessions', { needs: 'signed-in', answers: SessionList, sessionOnly: true })
  @Get('sessions')
  async sessions(@AtWork() work: Work, @Calling() caller: Caller) {
    const items = await findSessions(work, work.actor.id);
    return { items: items.map((item) => ({ ...item, current: item.id === caller.session?.id })) };
  }

  @Operation('revokeSession', { needs: 'signed-in', status: NO_CONTENT, sessionOnly: true })
  @Delete('sessions/:id')
  async revoke(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id): Promise<void> {
    await revokeSession(work, work.actor.id, id);
    this.callers.forgetAll();
  }

  @Operation('myTokens', { needs: 'signed-in', answers: TokenList, sessionOnly: true })
  @Get('tokens')
  async tokens(@AtWork() work: Work) {
    return { items: await findTokens(work) };
  }

  @Operation('createToken', { needs: 'signed-in', status: 201, answers: NewToken, sessionOnly: true })
  @Post('tokens')
  create(@AtWork() work: Work, @Body({ schema: CreateToken }) body: z.infer<typeof CreateToken>) {
    return createToken(work, body);
  }

  @Operation('revokeToken', { needs: 'signed-in', status: NO_CONTENT, sessionOnly: true })
  @Delete('tokens/:id')
  async revokeToken(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id): Promise<void> {
    await revokeToken(work, id);
    this.callers.forgetAll();
  }
}
