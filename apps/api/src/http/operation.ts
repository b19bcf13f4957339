import { applyDecorators, HttpCode, RequestMethod, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { Problem } from '#contract/shared';
import type { Permission } from '#rules/access/permissions';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/** Who may call it: a permission, anybody signed in, or everybody. The guard reads this and refuses what declares nothing. */
export type Needs = Permission | 'signed-in' | 'nobody';
export const NEEDS = 'bangfu:needs';
export const OPERATION = 'bangfu:operation';
/** Set where a personal token is no substitute for the person: password, tokens, second factor. */
export const SESSION_ONLY = 'bangfu:session-only';

interface Declared {
  needs: Needs;
  status?: 200 | 201 | 202 | 204 | 302;
  answers?: z.ZodType;
  /** media type of an answer that is a file */
  file?: string;
  sessionOnly?: boolean;
}

/** Everything an operation says of itself: its name, what it needs and what it answers. Documented and enforced from this one place; stands above the method's `@Get` or `@Post`. */
export function Operation(id: string, { needs, status = 200, answers, file, sessionOnly = false }: Declared): MethodDecorator {
  const told = file
    ? applyDecorators(ApiProduces(file), ApiResponse({ status, schema: { type: 'string', format: 'binary' } }))
    : ApiResponse(answers ? { status, standardSchema: answers as never } : { status });
  return applyDecorators(
    SetMetadata(OPERATION, id),
    SetMetadata(NEEDS, needs),
    SetMetadata(SESSION_ONLY, sessionOnly),
    HttpCode(status),
    ApiOperation({ operationId: id, ...(needs !== 'nobody' && { description: `needs: ${needs}` }) }),
    ApiExtension('x-needs', needs),
    ApiExtension('x-session-only', sessionOnly),
    told as MethodDecorator,
    repeatable(id),
    ApiResponse({ status: 'default', standardSchema: Problem as never }) as MethodDecorator,
  );
}

/** What has an effect may be asked again with its key and have it once. Reading goes past Nest's interceptors, which cost as much as the rest of its way. */
function repeatable(id: string): MethodDecorator {
  return (target, name, descriptor) => {
    const method = Reflect.getMetadata('method', descriptor.value as object) as RequestMethod | undefined;
    if (method === undefined) throw new Error(`${id} must be declared above its HTTP method`);
    if (method !== RequestMethod.GET) UseInterceptors(IdempotencyInterceptor)(target, name, descriptor as PropertyDescriptor);
  };
}
