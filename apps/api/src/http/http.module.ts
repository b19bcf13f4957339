import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { connectRedis } from '#runtime/redis';
import { DESK, type Desk } from './desk.js';
import { BELL, HealthController } from './health.controller.js';
import { KnownCallers } from './known-callers.js';
import { PermissionGuard } from './permission.guard.js';
import { RefusalFilter } from './refusal.filter.js';
import { validation } from './validation.pipe.js';

/** What every area gets without asking: recognition, permission, validation, refusals in our words, and the desk. */
@Global()
@Module({})
export class HttpModule {
  static over(desk: Desk): DynamicModule {
    const callers = new KnownCallers(desk.data);
    return {
      module: HttpModule,
      controllers: [HealthController],
      providers: [
        { provide: DESK, useValue: desk },
        { provide: BELL, useFactory: () => connectRedis(desk.settings.REDIS_URL, 'bangfu api') },
        { provide: KnownCallers, useValue: callers },
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_PIPE, useValue: validation },
        { provide: APP_FILTER, useValue: new RefusalFilter(desk.logger) },
      ],
      exports: [DESK, BELL, KnownCallers],
    };
  }
}
