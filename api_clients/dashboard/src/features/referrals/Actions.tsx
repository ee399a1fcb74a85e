import { Trans } from "@lingui/react/macro";
import { Button, Group, List, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import type { Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import type { Place, Referral } from "./queries";
import { StepDialog } from "./steps/StepDialog";
import { REFERRAL_VERB, type Verb } from "./words";

/** Steps of the wizard: there they have a page of their own. */
const ON_THE_WAY = new Set(["submit", "release", "approve", "send_back"]);
const PROMINENT = new Set(["record_answer", "assess", "note_silence", "clarify", "resume_clock", "requeue"]);

/** What may be done with a referral, and why something may not be done yet. */
export function Actions({
  place,
  referral,
  hidden = [],
}: {
  place: Place;
  referral: Referral;
  hidden?: string[];
}) {
  const word = useWord();
  const [verb, setVerb] = useState<Exclude<Verb, "appeal"> | null>(null);
  const steps = referral.allowed_actions.filter(
    (one) =>
      isVerb(one.verb) && one.verb !== "appeal" && !ON_THE_WAY.has(one.verb) && !hidden.includes(one.verb),
  );
  const free = steps.filter((one) => !one.code);
  return (
    <Stack gap="xs">
      {free.length > 0 && (
        <Group gap="xs">
          {free.map((one) => (
            <Button
              key={one.verb}
              size="xs"
              variant={PROMINENT.has(one.verb) ? "filled" : "default"}
              onClick={() => setVerb(one.verb as Exclude<Verb, "appeal">)}
            >
              {word(REFERRAL_VERB, one.verb as Verb)}
            </Button>
          ))}
        </Group>
      )}
      <Refusals refused={steps.filter((one) => one.code)} />
      <StepDialog place={place} referral={referral} verb={verb} onClose={() => setVerb(null)} />
    </Stack>
  );
}

/** What the role allows and something still stands against. */
export function Refusals({ refused }: { refused: Schemas["AllowedAction"][] }) {
  const word = useWord();
  if (refused.length === 0) return null;
  return (
    <List size="sm" c="dimmed">
      {refused.map((one) => (
        <List.Item key={one.verb}>
          <Text span size="sm" fw={600}>
            {isVerb(one.verb) ? word(REFERRAL_VERB, one.verb) : one.verb}
          </Text>
          {": "}
          {one.reason}
        </List.Item>
      ))}
    </List>
  );
}

/** To the page on which a draft is written, approved and sent. */
export function GoOn({ place, children }: { place: Place; children?: React.ReactNode }) {
  return (
    <Button component={Link} size="xs" to={`/cases/${place.caseId}/referrals/${place.referralId}`}>
      {children ?? <Trans>Go on with it</Trans>}
    </Button>
  );
}

export function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(REFERRAL_VERB, verb);
}
