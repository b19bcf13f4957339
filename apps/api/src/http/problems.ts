import { HttpException } from '@nestjs/common';
import type { z } from 'zod';
import type { Problem } from '#contract/shared';
import { Refusal, type RefusalKind } from '#rules/shared/refusal';
import { refuseHttp } from './http-refusals.js';

/** The one table from our kinds of refusal to HTTP. */
const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
};

/** Input that breaks the contract: which fields, and which rule each. */
export class BadInput extends Error {
  constructor(
    readonly issues: readonly { path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined; message: string; code?: string }[],
  ) {
    super('bad input');
  }
}

export function problemOf(error: unknown, language: 'zh' | 'en', requestId: string): Problem & { fault: boolean } {
  if (error instanceof BadInput) {
    const fields = error.issues.map((issue) => field(issue as z.core.$ZodIssue));
    const refusal = refuseHttp('http.invalid', {
      faults: fields
        .map((f) => f.path)
        .join(', ')
        .slice(0, 300),
    });
    return { ...shape(refusal, language, requestId, 400), fields: fields.slice(0, 50), fault: false };
  }
  if (error instanceof Refusal) return { ...shape(error, language, requestId), fault: false };
  const status = statusOf(error);
  if (status === 404 || status === 405) return { ...shape(refuseHttp('http.not-found'), language, requestId, 404), fault: false };
  if (status === 413) return { ...shape(refuseHttp('http.too-large'), language, requestId, 413), fault: false };
  if (status === 415 || status === 406) return { ...shape(refuseHttp('http.media-type'), language, requestId, 415), fault: false };
  if (status >= 400 && status < 500) return { ...shape(refuseHttp('http.malformed'), language, requestId, 400), fault: false };
  return { ...shape(refuseHttp('http.fault', { requestId }), language, requestId, 500), fault: true };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

function shape(refusal: Refusal, language: 'zh' | 'en', requestId: string, status = STATUS[refusal.text.kind]): Problem {
  const [zh, en] = [refusal.sentence('zh'), refusal.sentence('en')];
  const path = refusal.details['field'];
  const sentence = language === 'zh' ? zh : en;
  return {
    type: 'about:blank',
    title: sentence,
    status,
    code: refusal.code,
    detail: sentence,
    zh,
    en,
    requestId,
    ...(typeof path === 'string' && { fields: [{ path, zh, en }] }),
  };
}

/** What a field must be, in words: the schema's issue without the value, which may be personal. */
function field(issue: z.core.$ZodIssue): { path: string; zh: string; en: string } {
  const path = (issue.path ?? []).map(String).join('.');
  const rule = (zh: string, en: string): { path: string; zh: string; en: string } => ({ path, zh, en });
  switch (issue.code) {
    case 'invalid_type':
      return rule('必填或类型不对', 'missing, or of the wrong type');
    case 'too_small':
      return rule(`不能少于 ${issue.minimum}`, `not below ${issue.minimum}`);
    case 'too_big':
      return rule(`不能超过 ${issue.maximum}`, `not above ${issue.maximum}`);
    case 'invalid_value':
      return rule('不在可选范围内', 'not one of the choices');
    case 'unrecognized_keys':
      return rule('有多余的字段', 'has unknown fields');
    default:
      return rule('格式不对', 'of the wrong form');
  }
}
