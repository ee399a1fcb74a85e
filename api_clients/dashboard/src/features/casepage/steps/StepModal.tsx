import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { FormEvent } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { ProblemAlert } from "@/components/ProblemAlert";
import { useDraft } from "@/lib/drafts";
import { useWord } from "@/lib/own-words";
import { asProblem, fieldErrors } from "@/lib/problems";
import { CASE_STEP } from "@/lib/words";
import { type CaseAction, useThisCase } from "../case";
import { Dialog } from "../Dialog";
import { useSending } from "../useSending";
import { fieldsOf, STEP_FORMS, type Values } from "./forms";
import { StepFields } from "./StepFields";

/** One step with its form. What was typed stays until it was sent, also when somebody else was faster. */
export function StepModal({ action, onClose }: { action: CaseAction; onClose: () => void }) {
  const { i18n } = useLingui();
  const word = useWord();
  return (
    <Dialog onClose={onClose} title={word(CASE_STEP, action.verb)}>
      <Stack gap="md">
        <Text size="sm">{i18n._(STEP_FORMS[action.verb].explained)}</Text>
        {action.code && action.reason && (
          <Alert color="yellow" variant="light">
            {action.reason}
          </Alert>
        )}
        <Form action={action} onDone={onClose} />
      </Stack>
    </Dialog>
  );
}

const EMPTY: Values = {};

function Form({ action, onDone }: { action: CaseAction; onDone: () => void }) {
  const one = useThisCase();
  const word = useWord();
  const { t } = useLingui();
  const { fields, send, ends } = {
    ...STEP_FORMS[action.verb],
    fields: fieldsOf(action.verb, Boolean(action.code)),
  };
  const draft = useDraft<Values>(`case/${one.id}/step/${action.verb}`, EMPTY);
  const sending = useSending(send, () => {
    draft.clear();
    notifications.show({ message: t`Done: ${word(CASE_STEP, action.verb)}`, color: "green" });
  });
  const errors = fieldErrors(sending.error);
  const missing = fields.some((field) => field.need !== "optional" && !draft.value[field.name]?.trim());
  const shown = fields.some((field) => errors[field.name]) ? null : sending.error;
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        // Closes this form only: with what the step changed it may have gone already, for the next one.
        if (!missing) sending.mutate(draft.value, { onSuccess: onDone });
      }}
    >
      <Stack gap="md">
        <StepFields fields={fields} values={draft.value} errors={errors} onChange={draft.change} />
        {shown && <ProblemAlert problem={shown} />}
        {asProblem(sending.error).status === 412 && sending.error && (
          <Text size="sm">
            <Trans>What you typed is still here. Look at what has changed, then send it once more.</Trans>
          </Text>
        )}
        <DialogFoot onCancel={onDone}>
          <Button
            type="submit"
            color={ends ? "red" : undefined}
            loading={sending.isPending}
            disabled={missing}
            data-autofocus={fields.length === 0 || undefined}
          >
            {word(CASE_STEP, action.verb)}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
