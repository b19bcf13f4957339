import type { VisitFacts } from '#contract/visits';
import type { VisitFieldName, VisitValue } from '#rules/hardship/visits/visit-form';

/** What every kind of input of the visit form is given. */
export interface FieldProps {
  name: VisitFieldName;
  value: VisitValue;
  facts: VisitFacts;
  disabled: boolean;
  onWrite: (value: VisitValue) => void;
}
