import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '#casework/access/actor-of-session';
import type { Work } from '#casework/work';

declare module 'fastify' {
  interface FastifyRequest {
    /** who calls, once the cookie or token has been recognised */
    caller?: Caller;
    /** handed to casework; set by the guard */
    work?: Work;
    /** the operation's name, for metrics and logs */
    operation?: string;
  }
}

/** The work that this request does on behalf of its caller. */
export const AtWork = createParamDecorator(
  (_: unknown, context: ExecutionContext): Work => context.switchToHttp().getRequest<FastifyRequest>().work!,
);
export const Calling = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => context.switchToHttp().getRequest<FastifyRequest>().caller!,
);
export type { FastifyReply, FastifyRequest };
