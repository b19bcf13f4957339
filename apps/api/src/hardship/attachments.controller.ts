import { Body, Controller, Get, HttpStatus, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { z } from 'zod';
import { AddAttachment, AttachmentList, AttachmentParams, RemoveAttachment } from '#contract/attachments';
import { Made } from '#contract/imports';
import { IdParams } from '#contract/shared';
import { addAttachment } from '#casework/hardship/attachments/add-attachment';
import { downloadAttachment } from '#casework/hardship/attachments/download-attachment';
import { findAttachments } from '#casework/hardship/attachments/find-attachments';
import { removeAttachment } from '#casework/hardship/attachments/remove-attachment';
import { attachmentKindNames } from '#rules/documents/attachment-kinds';
import type { Work } from '#casework/work';
import { asEvidence, uploadedFile } from '../http/files.js';
import { Operation } from '../http/operation.js';
import { BadInput } from '../http/problems.js';
import { AtWork, type FastifyReply, type FastifyRequest } from '../http/request.js';

type Paper = z.infer<typeof AttachmentParams>;

@Controller('api/hardship-files/:id/attachments')
export class AttachmentsController {
  @Operation('findAttachments', { needs: 'hardship.read', answers: AttachmentList })
  @Get()
  find(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>) {
    return findAttachments(work, id);
  }

  @Operation('addAttachment', { needs: 'hardship.record', status: HttpStatus.CREATED, answers: Made })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['kind', 'file'],
      properties: {
        kind: { type: 'string', enum: attachmentKindNames },
        personId: { type: 'string', format: 'uuid' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @Post()
  async add(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>, @Req() request: FastifyRequest) {
    const { fileName, declared, bytes, fields } = await uploadedFile(request, work.files?.mostBytes);
    const read = AddAttachment.safeParse({ kind: fields['kind'], personId: fields['personId'] || undefined });
    if (!read.success) throw new BadInput(read.error.issues);
    return addAttachment(work, { fileId: id, ...read.data, fileName, declared, bytes });
  }

  @Operation('downloadAttachment', { needs: 'hardship.read', file: 'application/octet-stream' })
  @Get(':attachmentId/content')
  async content(
    @AtWork() work: Work,
    @Param({ schema: AttachmentParams }) { id, attachmentId }: Paper,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return asEvidence(await downloadAttachment(work, { fileId: id, attachmentId }), reply);
  }

  @Operation('removeAttachment', { needs: 'hardship.record', status: HttpStatus.NO_CONTENT })
  @Post(':attachmentId/removal')
  remove(
    @AtWork() work: Work,
    @Param({ schema: AttachmentParams }) { id, attachmentId }: Paper,
    @Body({ schema: RemoveAttachment }) body: z.infer<typeof RemoveAttachment>,
  ): Promise<void> {
    return removeAttachment(work, { fileId: id, attachmentId, ...body });
  }
}
