import { Module } from '@nestjs/common';
import { LocalStrategy } from './local.strategy.js';
import { MyAccountController } from './my-account.controller.js';
import { SessionController } from './session.controller.js';
import { UsersController } from './users.controller.js';

@Module({ controllers: [SessionController, MyAccountController, UsersController], providers: [LocalStrategy] })
export class AccessModule {}
