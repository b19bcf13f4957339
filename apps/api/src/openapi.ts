import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { sessionCookie } from './http/cookies.js';

/** The OpenAPI document, from the same declarations that guard and validate. */
export function describe(app: INestApplication, tls: boolean): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('帮扶 Bangfu')
    .setDescription('Case management for trade-union service centres')
    .setVersion('0.1.0')
    .addCookieAuth(sessionCookie(tls), undefined, 'session')
    .addBearerAuth({ type: 'http', description: 'personal API token' }, 'token')
    .build();
  return SwaggerModule.createDocument(app, config, { operationIdFactory: (_, method) => method });
}
