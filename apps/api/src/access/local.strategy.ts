import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { Strategy } from 'passport-local';
import type { Visit } from '#casework/access/sign-in';
import type { FastifyRequest } from '../http/request.js';

/**
 * Passport's local strategy, run for one request at a time: it reads user name and password from the body that the contract
 * has already checked, and hands back what opening the session gave.
 */
@Injectable()
export class LocalStrategy {
  private readonly passport = new passport.Passport();

  authenticate(
    request: FastifyRequest,
    credentials: { username: string; password: string },
    open: (visit: Visit) => Promise<string>,
  ): Promise<string> {
    const visit: Visit = { address: request.ip, agent: String(request.headers['user-agent'] ?? ''), requestId: String(request.id) };
    return new Promise<string>((resolve, reject) => {
      const strategy = new Strategy({ session: false }, (_username, _password, done) => {
        open(visit).then(
          (token) => done(null, { token }),
          (refusal: unknown) => done(refusal),
        );
      });
      const check = this.passport.authenticate(strategy, { session: false }, (error: unknown, opened: { token: string } | false) => {
        if (opened) resolve(opened.token);
        else reject(error ?? new Error('not authenticated'));
      }) as (request: object, response: object, next: (error?: unknown) => void) => void;
      check({ body: credentials, headers: {}, query: {} }, {}, reject);
    });
  }
}
