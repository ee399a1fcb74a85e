import { Trans } from "@lingui/react/macro";
import { Card, List, Stack, Text, Title } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { LANGUAGES } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { HIDING_REASON } from "@/lib/words";
import { type Place, reading } from "../queries";

export function useDossier(place: Place) {
  return $api.useQuery("get", "/api/v1/cases/{case_id}/referrals/{referral_id}/dossier/", reading(place));
}

/** What leaves, as text: to whom, in which words, with which files. */
export function Leaving({ place }: { place: Place }) {
  const dossier = useDossier(place);
  return (
    <Loaded query={dossier} lines={6}>
      {(found) => (
        <Stack gap="sm">
          {found.parts.map((part) => (
            <LetterPart key={part.language} part={part} />
          ))}
          {found.legal_basis && (
            <Text size="sm">
              <Trans>
                The letter names as law: {found.legal_basis.law} {found.legal_basis.article}
              </Trans>
            </Text>
          )}
          <Attachments attachments={found.attachments} />
          {found.annex && <Annex annex={found.annex} />}
        </Stack>
      )}
    </Loaded>
  );
}

function LetterPart({ part }: { part: Schemas["LetterPart"] }) {
  return (
    <Card withBorder padding="sm">
      <Stack gap={6}>
        <Text size="sm" c="dimmed">
          {LANGUAGES[part.language]}
        </Text>
        <Text size="sm" style={{ whiteSpace: "pre-line" }}>
          {[part.recipient, ...part.address_lines].join("\n")}
        </Text>
        <Title order={3} size="h6" lang={part.language}>
          {part.subject}
        </Title>
        <Text size="sm" lang={part.language} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {part.letter}
        </Text>
        <Text size="sm">{part.signatory || part.sender}</Text>
      </Stack>
    </Card>
  );
}

function Attachments({ attachments }: { attachments: Schemas["LeavingAttachment"][] }) {
  if (attachments.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>No files go along.</Trans>
      </Text>
    );
  }
  return (
    <List type="ordered" size="sm">
      {attachments.map((one) => (
        <List.Item key={one.file}>{one.title || one.media_type}</List.Item>
      ))}
    </List>
  );
}

/** The complainant's words with their bars: beneath a bar there is nothing. */
function Annex({ annex }: { annex: Schemas["LeavingAnnex"] }) {
  return (
    <Card withBorder padding="sm">
      <Stack gap={6}>
        <Title order={3} size="h6">
          <Trans>Annex: the complainant's own words</Trans>
        </Title>
        {[annex.narrative, annex.wish]
          .filter((runs) => runs.length > 0)
          .map((runs, place) => (
            <Text
              key={place}
              size="sm"
              lang={annex.language}
              style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
            >
              {runs.map((run, at) => (
                <Run key={at} run={run} />
              ))}
            </Text>
          ))}
      </Stack>
    </Card>
  );
}

function Run({ run }: { run: Schemas["Run"] }) {
  const word = useWord();
  if (run.hidden.length === 0) return <>{run.text}</>;
  const reasons = run.hidden.map((one) => word(HIDING_REASON, one)).join(", ");
  return (
    <Text span role="img" aria-label={reasons} title={reasons} bg="var(--mantine-color-text)" px="lg">
      {"\u00a0"}
    </Text>
  );
}
