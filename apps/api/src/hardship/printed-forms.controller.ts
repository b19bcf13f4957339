import { Body, Controller, HttpStatus, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { PrintedForm, PrintForm } from '#contract/printed-forms';
import { IdParams } from '#contract/shared';
import { printForm } from '#casework/hardship/print-form';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api/hardship-files/:id/prints')
export class PrintedFormsController {
  // A POST: each printing is on record.
  @Operation('printForm', { needs: 'hardship.read', status: HttpStatus.CREATED, answers: PrintedForm })
  @Post()
  print(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: PrintForm }) body: z.infer<typeof PrintForm>,
  ) {
    return printForm(work, { fileId: id, ...body });
  }
}
