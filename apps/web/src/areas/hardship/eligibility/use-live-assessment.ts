import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AssessmentPreview, PreviewAssessment } from '#contract/assessments';
import { previewAssessment } from '../../../api/hardship.js';
import { keys } from '../../../api/query-keys.js';
import { useSettled } from '../../../kit/use-settled.js';

/** What is typed on the page and not saved yet. */
export type Typed = z.input<typeof PreviewAssessment>;
export type Preview = z.output<typeof AssessmentPreview>;

/** The verdict on the present figures, with what is being typed; asked again whenever the typing pauses. */
export function useLiveAssessment(fileId: string, typed: Typed, enabled: boolean): UseQueryResult<Preview> {
  const settled = useSettled(JSON.stringify(typed), 400);
  const asked = JSON.parse(settled) as Typed;
  return useQuery({
    queryKey: keys.part('hardship-file', fileId, 'preview', asked),
    queryFn: () => previewAssessment(fileId, asked),
    placeholderData: keepPreviousData,
    enabled,
    retry: false,
  });
}
