import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { fieldErrors } from "@/lib/problems";
import { at, useThisCase } from "../case";
import { Dialog } from "../Dialog";

const NOTHING = { name: "", phone: "", email: "", address: "", in_wrong_hands: false };

/** A new receipt for a complainant who lost theirs. Nothing of it is kept by this browser, not even as a draft. */
export function ReceiptDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [handed, setHanded] = useState<Schemas["HandedOut"] | null>(null);
  return (
    <Dialog onClose={onClose} title={t`A new receipt for the complainant`}>
      {handed ? (
        <Given handed={handed} onClose={onClose} />
      ) : (
        <Asking onHanded={setHanded} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface AskingProps {
  onHanded: (handed: Schemas["HandedOut"]) => void;
  onClose: () => void;
}

function Asking({ onHanded, onClose }: AskingProps) {
  const handing = $api.useMutation("post", "/api/v1/cases/{case_id}/new_receipt/", { onSuccess: onHanded });
  const { t } = useLingui();
  const { id } = useThisCase();
  const confirming = $api.useMutation("post", "/api/v1/cases/{case_id}/new_receipt/confirm/");
  const [told, setTold] = useState(NOTHING);
  const errors = fieldErrors(handing.error);
  const field = (name: "name" | "phone" | "email" | "address", label: string) => (
    <TextInput
      label={label}
      value={told[name]}
      error={errors[name]}
      autoComplete="off"
      onChange={(event) => setTold({ ...told, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        handing.mutate({ ...at(id), body: told });
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            Write down what the caller says, and no more. It is compared with what is kept; nobody learns
            which detail was wrong. The comparison shows on the complainant's own page.
          </Trans>
        </Text>
        {field("name", t`Name`)}
        {field("phone", t`Telephone`)}
        {field("email", t`E-mail`)}
        {field("address", t`Address`)}
        <Checkbox
          label={t`The old receipt is in the wrong hands: it ends at once`}
          checked={told.in_wrong_hands}
          onChange={(event) => setTold({ ...told, in_wrong_hands: event.currentTarget.checked })}
        />
        <ProblemAlert problem={handing.error ?? confirming.error} />
        {confirming.data && (
          <Alert color="green">
            <Trans>The new receipt is confirmed and opens now.</Trans>
          </Alert>
        )}
        <Group justify="space-between" gap="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            loading={confirming.isPending}
            onClick={() => confirming.mutate(at(id))}
          >
            <Trans>Confirm one that a colleague handed out</Trans>
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={handing.isPending}>
              <Trans>Compare, and hand out</Trans>
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function Given({ handed, onClose }: { handed: Schemas["HandedOut"]; onClose: () => void }) {
  const { receipt, replacement } = handed;
  const dates = useDates();
  return (
    <Stack>
      <Alert color="green">
        <Trans>Read it out, digit by digit. It is shown this once.</Trans>
      </Alert>
      <Code block fz="lg">
        {receipt.formatted}
      </Code>
      <Text size="sm">
        {replacement.needs_second ? (
          <Trans>It opens when a second colleague has confirmed it here.</Trans>
        ) : (
          <Trans>
            It opens {dates.moment(replacement.opens_at)}, or as soon as a colleague confirms it here.
          </Trans>
        )}
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>
          <Trans>I have read it out</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
