import { useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Stack, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { ProblemAlert } from "@/components/ProblemAlert";
import { useWord } from "@/lib/own-words";
import { fieldErrors } from "@/lib/problems";
import { WEBHOOK_EVENT_TYPE } from "@/lib/words";
import type { EventType, Webhook } from "./api";

export interface Told {
  address: string;
  description: string;
  events: EventType[];
}

interface Props {
  webhook?: Webhook;
  problem: unknown;
  busy: boolean;
  submit: ReactNode;
  onCancel: () => void;
  onSubmit: (told: Told) => void;
}

const EVENTS = Object.keys(WEBHOOK_EVENT_TYPE) as EventType[];

/** Where to, and what of. */
export function WebhookForm({ webhook, problem, busy, submit, onCancel, onSubmit }: Props) {
  const { t } = useLingui();
  const word = useWord();
  const [address, setAddress] = useState(webhook?.address ?? "");
  const [description, setDescription] = useState(webhook?.description ?? "");
  const [events, setEvents] = useState<EventType[]>(webhook?.events ?? EVENTS);
  const wrong = problem ? fieldErrors(problem) : {};
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ address, description, events });
      }}
    >
      <Stack>
        <TextInput
          label={t`Address`}
          description={t`It begins with https:// and must be reachable from the internet.`}
          required
          maxLength={500}
          data-autofocus
          value={address}
          error={wrong.address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <TextInput
          label={t`What it is for`}
          maxLength={200}
          value={description}
          error={wrong.description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={t`What it is told`}
          value={events}
          error={wrong.events}
          onChange={(next) => setEvents(next as EventType[])}
        >
          <Stack gap="xs" mt="xs">
            {EVENTS.map((one) => (
              <Checkbox key={one} value={one} label={word(WEBHOOK_EVENT_TYPE, one)} description={one} />
            ))}
          </Stack>
        </Checkbox.Group>
        <ProblemAlert problem={problem} />
        <DialogFoot onCancel={onCancel}>
          <Button type="submit" loading={busy} disabled={events.length === 0}>
            {submit}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
