import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Group, Select, Stack, Switch, Table, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { fieldErrors } from "@/lib/problems";
import { INSTITUTION_CHANNEL_KIND } from "@/lib/words";

type Channel = Schemas["Channel"];
type Detail = Schemas["InstitutionDetail"];

/** How the institution is reached: what works, what somebody tried, what came back. */
export function Channels({ institution, mayChange }: { institution: Detail; mayChange: boolean }) {
  const [all, setAll] = useState(false);
  const ended = institution.channels.filter((one) => one.valid_until !== null);
  const shown = institution.channels.filter((one) => all || one.valid_until === null);
  return (
    <Stack gap="sm">
      {shown.length === 0 ? (
        <Text c="dimmed" size="sm">
          <Trans>No way to reach it is known.</Trans>
        </Text>
      ) : (
        <Table verticalSpacing="xs">
          <Table.Tbody>
            {shown.map((channel) => (
              <ChannelRow
                key={channel.id}
                channel={channel}
                institution={institution}
                mayChange={mayChange}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {ended.length > 0 && (
        <Switch
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
          label={<Trans>Show those that have ended</Trans>}
        />
      )}
      {mayChange && <NewChannel code={institution.code} />}
    </Stack>
  );
}

interface RowProps {
  channel: Channel;
  institution: Detail;
  mayChange: boolean;
}

function ChannelRow({ channel, institution, mayChange }: RowProps) {
  const { t } = useLingui();
  const word = useWord();
  const params = {
    path: { code: institution.code, channel_id: channel.id },
    header: { "If-Match": ifMatch(institution.version) },
  };
  const confirm = $api.useMutation("post", "/api/v1/institutions/{code}/channels/{channel_id}/confirm/");
  const end = $api.useMutation("post", "/api/v1/institutions/{code}/channels/{channel_id}/end/");
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {word(INSTITUTION_CHANNEL_KIND, channel.kind)}
        </Text>
        <Text className="words">{channel.value}</Text>
        <Standing channel={channel} />
        <ProblemAlert problem={confirm.error ?? end.error} />
        {mayChange && channel.valid_until === null && (
          <Group gap="xs" mt={4}>
            <Button
              size="compact-sm"
              variant="default"
              loading={confirm.isPending}
              onClick={() => confirm.mutate({ params, body: {} })}
              aria-label={t`Confirm that ${channel.value} works`}
            >
              <Trans>It works</Trans>
            </Button>
            <ConfirmButton
              size="compact-sm"
              variant="default"
              loading={end.isPending}
              question={t`Letters will not go there any more. It stays in the history.`}
              onConfirm={() => end.mutate({ params })}
            >
              <Trans>End it</Trans>
            </ConfirmButton>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Standing({ channel }: { channel: Channel }) {
  const dates = useDates();
  if (channel.valid_until) {
    return (
      <Badge variant="light" color="gray">
        <Trans>Ended on {dates.shortDay(channel.valid_until)}</Trans>
      </Badge>
    );
  }
  return (
    <Group gap="xs">
      {channel.problem_since && (
        <Badge color="red" variant="filled">
          <Trans>Letters came back since {dates.shortDay(channel.problem_since)}</Trans>
        </Badge>
      )}
      <Text size="sm" c="dimmed">
        {channel.confirmed_on ? (
          <Trans>Confirmed on {dates.shortDay(channel.confirmed_on)}</Trans>
        ) : (
          <Trans>Nobody has tried it yet</Trans>
        )}
      </Text>
    </Group>
  );
}

function NewChannel({ code }: { code: string }) {
  const { t } = useLingui();
  const word = useWord();
  const form = useForm<{ kind: Channel["kind"]; value: string; source: string }>({
    initialValues: { kind: "email", value: "", source: "" },
  });
  const add = $api.useMutation("post", "/api/v1/institutions/{code}/channels/", {
    onSuccess: () => form.reset(),
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const kinds = Object.keys(INSTITUTION_CHANNEL_KIND) as Channel["kind"][];
  return (
    <form onSubmit={form.onSubmit((body) => add.mutate({ params: { path: { code } }, body }))}>
      <Group align="flex-end" gap="xs">
        <Select
          label={t`New way to reach it`}
          data={kinds.map((kind) => ({ value: kind, label: word(INSTITUTION_CHANNEL_KIND, kind) }))}
          allowDeselect={false}
          {...form.getInputProps("kind")}
        />
        <TextInput label={t`Address or number`} required maxLength={300} {...form.getInputProps("value")} />
        <TextInput label={t`Known from`} maxLength={500} {...form.getInputProps("source")} />
        <Button type="submit" loading={add.isPending}>
          <Trans>Add</Trans>
        </Button>
      </Group>
      <ProblemAlert problem={add.error} />
    </form>
  );
}
