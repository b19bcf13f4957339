import { Module } from '@nestjs/common';
import { LocalStrategy } from './local.strategy.js';
import { MyAccountController } from './my-account.controller.js';
import { OidcController } from './oidc.controller.js';
import { SessionController } from './session.controller.js';
import { UsersController } from './users.controller.js';

@Module({ controllers: [SessionController, OidcController, MyAccountController, UsersController], providers: [LocalStrategy] })
export class AccessModule {}
