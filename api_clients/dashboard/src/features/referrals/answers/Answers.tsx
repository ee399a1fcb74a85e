import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Card, Divider, Group, List, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { ANSWER_DECISION, ANSWER_STANDING, ANSWER_WAY } from "@/lib/words";
import { Mark } from "../Marks";
import { type Place, type Referral, reading, told } from "../queries";
import { stepForm } from "../steps/fields";
import { FormPanel } from "../steps/StepDialog";
import { AnswerLinks } from "./AnswerLinks";

/** What the institution wrote, whichever way it came, and the links through which it may answer. */
export function Answers({ place, referral }: { place: Place; referral: Referral }) {
  const { t } = useLingui();
  const answers = $api.useQuery(
    "get",
    "/api/v1/cases/{case_id}/referrals/{referral_id}/answers/",
    reading(place),
  );
  return (
    <Stack gap="md">
      <Loaded query={answers} empty={t`Nothing has been answered yet.`}>
        {({ results }) => (
          <Stack gap="sm">
            {results.map((one) => (
              <Answer key={one.id} place={place} answer={one} />
            ))}
          </Stack>
        )}
      </Loaded>
      <Divider />
      <AnswerLinks place={place} referral={referral} />
    </Stack>
  );
}

function Answer({ place, answer }: { place: Place; answer: Schemas["InstitutionAnswer"] }) {
  const dates = useDates();
  const word = useWord();
  return (
    <Card withBorder padding="sm">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Title order={4} size="h6">
            {dates.day(answer.answered_on)}
            {answer.author_name && ` · ${answer.author_name}`}
          </Title>
          <Mark tone={answer.standing === "arrived" ? "orange" : "gray"}>
            {word(ANSWER_STANDING, answer.standing)}
          </Mark>
        </Group>
        <Text size="xs" c="dimmed">
          {word(ANSWER_WAY, answer.way)}
          {answer.protocol_number && ` · ${answer.protocol_number}`}
          {answer.recorded_by && ` · ${answer.recorded_by.name}`}
        </Text>
        {answer.is_automatic && (
          <Alert color="yellow" p="xs">
            <Trans>A machine wrote it.</Trans>
          </Alert>
        )}
        {answer.text && (
          <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {answer.text}
          </Text>
        )}
        {answer.files.length > 0 && (
          <List size="sm">
            {answer.files.map((file) => (
              <List.Item key={file.id}>{file.name}</List.Item>
            ))}
          </List>
        )}
        {answer.standing !== "final" && <Decide place={place} answer={answer} />}
      </Stack>
    </Card>
  );
}

/** A final answer ends the wait; until somebody says so the clock runs on. */
function Decide({ place, answer }: { place: Place; answer: Schemas["InstitutionAnswer"] }) {
  const [form] = useState(() =>
    stepForm<Schemas["AnswerDecisionRequest"]>({
      fields: {
        standing: { kind: "choice", label: msg`What is this?`, choices: ANSWER_DECISION, required: true },
        protocol_number: { kind: "line", label: msg`Its protocol number` },
      },
      start: { standing: "final", protocol_number: answer.protocol_number ?? "" },
      send: (at, version, body) =>
        api.POST("/api/v1/cases/{case_id}/referrals/{referral_id}/answers/{answer_id}/decide/", {
          params: {
            path: { case_id: at.caseId, referral_id: at.referralId, answer_id: answer.id },
            header: { "If-Match": ifMatch(version) },
          },
          body,
        }),
    }),
  );
  return (
    <FormPanel
      form={form}
      draftPlace={`referral/${place.referralId}/answer/${answer.id}`}
      caseId={place.caseId}
      label={<Trans>Decide</Trans>}
      send={(values) => told(form.send(place, answer.version, values))}
    />
  );
}
