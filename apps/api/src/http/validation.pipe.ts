import { StandardSchemaValidationPipe } from '@nestjs/common';
import { BadInput } from './problems.js';

/** Every body, query and path parameter is read by its schema; what does not fit is told field by field. */
export const validation = new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new BadInput(issues) });
