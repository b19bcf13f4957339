import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '#runtime/logger';
import { problemOf } from './problems.js';
import type { FastifyReply, FastifyRequest } from './request.js';
import { isWebPage, sendWebPage } from './web-page.js';

/** The only place where a refusal becomes HTTP. What is no refusal is a fault of ours: logged, and told with its number. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (isWebPage(error, request)) sendWebPage(reply);
    else sendProblem(error, request, reply, this.logger);
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const language = request.caller?.actor.language ?? (/^en/i.test(String(request.headers['accept-language'] ?? '')) ? 'en' : 'zh');
  const { fault, ...problem } = problemOf(error, language, String(request.id));
  if (fault)
    logger.error({ requestId: request.id, operation: request.operation, fault: (error as Error)?.stack ?? String(error) }, 'fault');
  else if (problem.status === 503)
    logger.warn(
      { requestId: request.id, code: problem.code, cause: ((error as Error).cause as Error | undefined)?.message },
      'unavailable',
    );
  if (reply.sent) return;
  void reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
