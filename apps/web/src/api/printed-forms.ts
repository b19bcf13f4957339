import type * as C from '#contract/printed-forms';
import { changing } from './operation.js';

export const printForm = changing<typeof C.PrintForm, typeof C.PrintedForm>((id) => `/hardship-files/${id}/prints`);
