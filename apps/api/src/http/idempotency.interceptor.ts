import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, switchMap, type Observable } from 'rxjs';
import { findAnswer, keepAnswer } from '#casework/access/idempotent-answers';
import { DESK, type Desk } from './desk.js';
import { refuseHttp } from './http-refusals.js';
import type { FastifyReply, FastifyRequest } from './request.js';

/**
 * A request with an Idempotency-Key that was answered before gets the same answer and has no second effect. The effect
 * itself is guarded in its own transaction (casework/work.ts); this gives the repeat its answer.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(@Inject(DESK) private readonly desk: Desk) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const work = request.work;
    if (!work?.once) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { once } = work;
    return next.handle().pipe(
      // A first request pays nothing for being safe: the answer of an earlier one is looked for when this one is refused.
      catchError(async (refused: unknown) => {
        const answer = once.claimed ? undefined : await findAnswer(work, once);
        if (!answer) throw refused;
        if (answer.status === 0) throw refuseHttp('http.repeated');
        void reply.status(answer.status);
        return new Repeated(answer.body === '' ? undefined : JSON.parse(answer.body));
      }),
      switchMap(async (body: unknown) => {
        if (body instanceof Repeated) return body.answer;
        // Only an effect that claimed the key is worth an answer; if this write is lost, the repeat is told that it was done.
        if (once.claimed && !(body instanceof Buffer))
          await keepAnswer(work, once, reply.statusCode, body).catch((error: unknown) =>
            this.desk.logger.warn({ error: String(error) }, 'answer not kept'),
          );
        return body;
      }),
    );
  }
}

/** An answer that was given before. */
class Repeated {
  constructor(readonly answer: unknown) {}
}
