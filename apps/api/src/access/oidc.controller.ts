import { Controller, Get, HttpStatus, Inject, Req, Res } from '@nestjs/common';
import * as oidc from 'openid-client';
import { signInByOidc } from '#casework/access/sign-in-by-oidc';
import { refuseAccess } from '#rules/access/refusals';
import { oidcCookie } from '../http/cookies.js';
import { DESK, type Desk } from '../http/desk.js';
import { Operation } from '../http/operation.js';
import type { FastifyReply, FastifyRequest } from '../http/request.js';
import { setSession } from './session.controller.js';

const PATH = '/api/sign-in/oidc';

/** Sign-in through an identity provider (authorisation code with PKCE), when OIDC_ISSUER is set. */
@Controller('api/sign-in/oidc')
export class OidcController {
  private found: Promise<oidc.Configuration> | undefined;

  constructor(@Inject(DESK) private readonly desk: Desk) {}

  @Operation('startOidc', { needs: 'nobody', status: HttpStatus.FOUND })
  @Get()
  async start(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const provider = await this.provider();
    const verifier = oidc.randomPKCECodeVerifier();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.desk.settings.OIDC_REDIRECT_URL!,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    void reply.setCookie(oidcCookie(this.desk.settings.TLS), JSON.stringify({ verifier, state, nonce }), {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.desk.settings.TLS,
      path: PATH,
      maxAge: 600,
    });
    void reply.header('location', url.href);
  }

  @Operation('finishOidc', { needs: 'nobody', status: HttpStatus.FOUND })
  @Get('callback')
  async finish(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const provider = await this.provider();
    const { OIDC_REDIRECT_URL, TLS } = this.desk.settings;
    const begun = readBegun(request.cookies[oidcCookie(TLS)]);
    const answered = new URL(OIDC_REDIRECT_URL!);
    answered.search = new URL(request.url, OIDC_REDIRECT_URL).search;
    const tokens = await oidc
      .authorizationCodeGrant(provider, answered, {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        this.desk.logger.warn({ requestId: request.id, error: (error as Error).message }, 'oidc');
        throw refuseAccess('access.oidc-failed');
      });
    const claims = tokens.claims()!;
    const username = claims['preferred_username'];
    const visit = { address: request.ip, agent: String(request.headers['user-agent'] ?? ''), requestId: String(request.id) };
    const token = await signInByOidc(
      this.desk.data,
      { subject: claims.sub, username: typeof username === 'string' ? username : undefined },
      visit,
      new Date(),
    );
    setSession(reply, token, TLS);
    void reply.clearCookie(oidcCookie(TLS), { path: PATH, secure: TLS }).header('location', '/');
  }

  /** The provider's own description, asked for once; asked again if it could not be reached. */
  private provider(): Promise<oidc.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT_URL, NODE_ENV } = this.desk.settings;
    if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_REDIRECT_URL) throw refuseAccess('access.oidc-off');
    const plain = NODE_ENV !== 'production' && OIDC_ISSUER.startsWith('http:');
    this.found ??= oidc
      .discovery(
        new URL(OIDC_ISSUER),
        OIDC_CLIENT_ID,
        OIDC_CLIENT_SECRET,
        undefined,
        plain ? { execute: [oidc.allowInsecureRequests] } : undefined,
      )
      .catch((error: unknown) => {
        this.found = undefined;
        this.desk.logger.warn({ error: (error as Error).message }, 'oidc discovery');
        throw refuseAccess('access.oidc-failed');
      });
    return this.found;
  }
}

function readBegun(cookie: string | undefined): { verifier: string; state: string; nonce: string } {
  try {
    const begun = JSON.parse(cookie ?? '') as Record<string, unknown>;
    const { verifier, state, nonce } = begun;
    if (typeof verifier === 'string' && typeof state === 'string' && typeof nonce === 'string') return { verifier, state, nonce };
  } catch {
    // falls through to the refusal
  }
  throw refuseAccess('access.oidc-failed');
}
