import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { from, switchMap, type Observable } from 'rxjs';
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
    return from(findAnswer(work, work.once)).pipe(
      switchMap((answer) => {
        if (answer && answer.status === 0) throw refuseHttp('http.repeated');
        if (answer) {
          void reply.status(answer.status);
          return from([answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown)]);
        }
        return next.handle().pipe(
          switchMap(async (body: unknown) => {
            // Only an effect that claimed the key is worth an answer; if this write is lost, the repeat is told that it was done.
            if (work.once!.claimed && !(body instanceof Buffer))
              await keepAnswer(work, work.once!, reply.statusCode, body).catch((error: unknown) =>
                this.desk.logger.warn({ error: String(error) }, 'answer not kept'),
              );
            return body;
          }),
        );
      }),
    );
  }
}
