import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI document, from the same declarations that guard and validate. */
export function describe(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('帮扶 Bangfu')
    .setDescription('Case management for trade-union service centres')
    .setVersion('0.1.0')
    .addCookieAuth('bangfu_session', undefined, 'session')
    .addBearerAuth({ type: 'http', description: 'personal API token' }, 'token')
    .build();
  return SwaggerModule.createDocument(app, config, { operationIdFactory: (_, method) => method });
}
