import { Body, Controller, Delete, Get, HttpStatus, Inject, Post, Put, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { ChangeLanguage, ChangePassword, Me, SignIn, SignInOptions } from '#contract/access';
import { changeLanguage, changePassword } from '#casework/access/change-password';
import { signIn } from '#casework/access/sign-in';
import { revokeSession } from '#casework/access/sign-out';
import { SESSION_HOURS } from '#casework/access/actor-of-session';
import type { Caller } from '#casework/access/actor-of-session';
import type { Work } from '#casework/work';
import { demoAccounts } from '#rules/access/demo-accounts';
import { sessionCookie } from '../http/cookies.js';
import { DESK, type Desk } from '../http/desk.js';
import { KnownCallers } from '../http/known-callers.js';
import { Operation } from '../http/operation.js';
import { AtWork, Calling, type FastifyReply, type FastifyRequest } from '../http/request.js';
import { LocalStrategy } from './local.strategy.js';
import { presentMe } from './present-me.js';

@Controller('api')
export class SessionController {
  constructor(
    @Inject(DESK) private readonly desk: Desk,
    private readonly callers: KnownCallers,
    private readonly local: LocalStrategy,
  ) {}

  @Operation('signInOptions', { needs: 'nobody', answers: SignInOptions })
  @Get('sign-in')
  async options(): Promise<z.infer<typeof SignInOptions>> {
    return {
      password: true,
      oidc: Boolean(this.desk.settings.OIDC_ISSUER),
      demoAccounts: (await this.desk.isDemo()) ? demoAccounts.map(({ username, nameZh, nameEn }) => ({ username, nameZh, nameEn })) : [],
    };
  }

  @Operation('signIn', { needs: 'nobody', status: 201, answers: Me })
  @Post('session')
  async open(
    @Body({ schema: SignIn }) credentials: z.infer<typeof SignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof Me>> {
    const token = await this.local.authenticate(request, credentials, (visit) =>
      signIn(this.desk.data, this.desk.secrets, credentials, visit, new Date()),
    );
    setSession(reply, token, this.desk.settings.TLS);
    return presentMe(this.desk, (await this.callers.of(token))!);
  }

  @Operation('whoAmI', { needs: 'signed-in', answers: Me })
  @Get('session')
  me(@Calling() caller: Caller): Promise<z.infer<typeof Me>> {
    return presentMe(this.desk, caller);
  }

  @Operation('signOut', { needs: 'signed-in', status: HttpStatus.NO_CONTENT, sessionOnly: true })
  @Delete('session')
  async close(@AtWork() work: Work, @Calling() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await revokeSession(work, work.actor.id, caller.session!.id);
    this.callers.forgetAll();
    const { TLS } = this.desk.settings;
    // A browser takes a cookie of this prefix, also one that has ended, from a Secure answer alone.
    void reply.clearCookie(sessionCookie(TLS), { path: '/', secure: TLS });
  }

  @Operation('changePassword', { needs: 'signed-in', status: HttpStatus.NO_CONTENT, sessionOnly: true })
  @Post('me/password')
  async password(
    @AtWork() work: Work,
    @Calling() caller: Caller,
    @Body({ schema: ChangePassword }) body: z.infer<typeof ChangePassword>,
  ): Promise<void> {
    await changePassword(work, body, caller.session!.id);
    this.callers.forgetAll();
  }

  @Operation('changeLanguage', { needs: 'signed-in', status: HttpStatus.NO_CONTENT })
  @Put('me/language')
  async language(@AtWork() work: Work, @Body({ schema: ChangeLanguage }) { language }: z.infer<typeof ChangeLanguage>): Promise<void> {
    await changeLanguage(work, language);
    this.callers.forgetAll();
  }
}

export function setSession(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.setCookie(sessionCookie(secure), token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: SESSION_HOURS * 3600 });
}
