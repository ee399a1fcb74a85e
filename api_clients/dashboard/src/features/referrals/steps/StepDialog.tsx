import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { useDraft } from "@/lib/drafts";
import { useWord } from "@/lib/own-words";
import { fieldErrors } from "@/lib/problems";
import { type Place, type Referral, told, useTold } from "../queries";
import { useToday } from "../today";
import { REFERRAL_VERB, type Verb } from "../words";
import { bodyOf, type StepForm, type Values } from "./fields";
import { STEP_FORMS } from "./forms";
import { StepFields } from "./StepFields";

interface Props {
  place: Place;
  referral: Referral;
  verb: Exclude<Verb, "appeal"> | null;
  onClose: () => void;
}

/** A step on a referral, asked for in a dialog. What was typed is kept until it is done. */
export function StepDialog({ place, referral, verb, onClose }: Props) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <Modal
      opened={verb !== null}
      onClose={onClose}
      size="lg"
      title={verb && word(REFERRAL_VERB, verb)}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      {verb && (
        <StepPanel
          key={verb}
          place={place}
          referral={referral}
          verb={verb}
          onDone={onClose}
          onCancel={onClose}
        />
      )}
    </Modal>
  );
}

interface PanelProps {
  place: Place;
  referral: Referral;
  verb: Exclude<Verb, "appeal">;
  onDone?: () => void;
  onCancel?: () => void;
}

/** The same on a page. */
export function StepPanel({ place, referral, verb, onDone, onCancel }: PanelProps) {
  const today = useToday();
  const [form] = useState(() => STEP_FORMS[verb](today));
  return (
    <FormPanel
      form={form}
      draftPlace={`referral/${place.referralId}/${verb}`}
      caseId={place.caseId}
      label={<VerbLabel verb={verb} />}
      send={(values) => told(form.send(place, referral.version, values))}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}

export function VerbLabel({ verb }: { verb: Verb }) {
  const word = useWord();
  return <>{word(REFERRAL_VERB, verb)}</>;
}

interface FormProps {
  form: StepForm;
  draftPlace: string;
  caseId: string;
  label: React.ReactNode;
  send: (values: Values) => Promise<unknown>;
  onDone?: () => void;
  onCancel?: () => void;
}

/** Fields, what the server says against them, and one button. */
export function FormPanel({ form, draftPlace, caseId, label, send, onDone, onCancel }: FormProps) {
  const { i18n } = useLingui();
  const draft = useDraft<Values>(draftPlace, form.start);
  const sending = useTold(
    () => send(bodyOf(form, draft.value)),
    () => draft.clear(),
  );
  const errors = fieldErrors(sending.error);
  const named = form.fields.some(([name]) => errors[name]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // Closes this form only, not the one that somebody opened meanwhile.
        sending.mutate(undefined, { onSuccess: onDone });
      }}
    >
      <Stack>
        {form.hint && <Text size="sm">{i18n._(form.hint)}</Text>}
        {draft.restored && (
          <Text size="xs" c="dimmed">
            <Trans>What you had typed here earlier was kept.</Trans>
          </Text>
        )}
        <StepFields
          form={form}
          caseId={caseId}
          values={draft.value}
          errors={errors}
          onChange={draft.change}
        />
        {sending.error !== null && !named && <ProblemAlert problem={sending.error} />}
        <Group justify="flex-end" gap="xs">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              <Trans>Cancel</Trans>
            </Button>
          )}
          <Button type="submit" loading={sending.isPending} color={form.danger ? "red" : undefined}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
