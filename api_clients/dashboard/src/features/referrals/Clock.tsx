import { Trans } from "@lingui/react/macro";
import { Alert, Anchor, List, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Due } from "@/components/Due";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { PAUSE_REASON, SILENCE } from "@/lib/words";
import { Caution } from "./Marks";
import { type Referral, useRule } from "./queries";

/** The institution's clock: when it must have answered, and how that day was worked out. */
export function Clock({ referral }: { referral: Referral }) {
  const [open, setOpen] = useState(false);
  const dates = useDates();
  if (!referral.sent_on) return null;
  const done =
    referral.answered_on !== null || ["closed", "cancelled", "redirected"].includes(referral.state);
  return (
    <Stack gap={4}>
      <Text size="sm">
        <ClockLine referral={referral} done={done} />
        {referral.due_explanation && (
          <>
            {" "}
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => setOpen(!open)}
              aria-expanded={open}
            >
              {open ? <Trans>Hide how it was counted</Trans> : <Trans>How was it counted?</Trans>}
            </Anchor>
          </>
        )}
      </Text>
      {open && (
        <Alert variant="light" p="sm">
          <Text size="sm">{referral.due_explanation}</Text>
          {referral.counted_from && (
            <Text size="sm">
              <Trans>Counted from {dates.day(referral.counted_from)}.</Trans>
            </Text>
          )}
          <Law code={referral.deadline_rule} />
        </Alert>
      )}
      <Stops referral={referral} />
      <Appeal referral={referral} />
    </Stack>
  );
}

function ClockLine({ referral, done }: { referral: Referral; done: boolean }) {
  const dates = useDates();
  if (referral.clock_stands_since) {
    return (
      <Trans>The clock has stood since {dates.day(referral.clock_stands_since)}; there is no due date.</Trans>
    );
  }
  if (!referral.due_at) return <Trans>No legal term was set, so no clock runs.</Trans>;
  return (
    <Trans>
      Answer due: <Due day={referral.due_at} done={done} />
    </Trans>
  );
}

/** Which law it rests on, how surely that is known, and what it makes of silence. */
export function Law({ code }: { code: string | null | undefined }) {
  const rule = useRule(code);
  const word = useWord();
  if (!rule.data) return null;
  const { title, law, article, silence, notice } = rule.data;
  return (
    <Stack gap={2} mt={4}>
      <Text size="sm">
        {title} · {law}
        {article && `, ${article}`}
      </Text>
      {silence !== "unknown" && <Text size="sm">{word(SILENCE, silence)}</Text>}
      {notice && <Caution>{notice}</Caution>}
    </Stack>
  );
}

function Stops({ referral }: { referral: Referral }) {
  const dates = useDates();
  const word = useWord();
  const { extension, pauses } = referral;
  if (pauses.length === 0 && !extension) return null;
  return (
    <List size="sm">
      {pauses.map((pause) => (
        <List.Item key={pause.paused_on}>
          {pause.resumed_on ? (
            <Trans>
              Paused from {dates.shortDay(pause.paused_on)} to {dates.shortDay(pause.resumed_on)}
            </Trans>
          ) : (
            <Trans>Paused since {dates.shortDay(pause.paused_on)}</Trans>
          )}
          {": "}
          {pause.words ?? word(PAUSE_REASON, pause.reason)}
        </List.Item>
      ))}
      {extension && (
        <List.Item>
          {extension.until ? (
            <Trans>
              Extended until {dates.shortDay(extension.until)} by its letter of{" "}
              {dates.shortDay(extension.letter_on)}
            </Trans>
          ) : (
            <Trans>Extended by its letter of {dates.shortDay(extension.letter_on)}</Trans>
          )}
        </List.Item>
      )}
    </List>
  );
}

function Appeal({ referral }: { referral: Referral }) {
  const [open, setOpen] = useState(false);
  if (!referral.appeal_until) return null;
  return (
    <Text size="sm">
      <Trans>
        Appeal possible until <Due day={referral.appeal_until} />
      </Trans>
      {referral.appeal_explanation && (
        <>
          {" "}
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => setOpen(!open)}
            aria-expanded={open}
          >
            {open ? <Trans>Hide how it was counted</Trans> : <Trans>How was it counted?</Trans>}
          </Anchor>
          {open && (
            <Text span display="block" size="sm">
              {referral.appeal_explanation}
            </Text>
          )}
        </>
      )}
    </Text>
  );
}
