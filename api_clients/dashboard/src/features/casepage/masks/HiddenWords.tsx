import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, type ButtonProps, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { BlackOut, type Hidden } from "@/features/referrals";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { type Message, useMay, useThisCase } from "../case";

type Masks = Schemas["Masks"];
type Place = Hidden<string>;

/** Which of the complainant's words nobody reads who does not work the case: said here once, for all that leaves. */
export function HiddenWords() {
  const may = useMay("hide");
  const query = useMasks(may);
  if (!may) return null;
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        <Trans>Hidden from others</Trans>
      </Title>
      <Loaded query={query}>{(masks) => <Hiding masks={masks} />}</Loaded>
    </section>
  );
}

/** The same for one message of the conversation. */
export function HiddenInMessage({ message }: { message: Message }) {
  const { t } = useLingui();
  const may = useMay("hide");
  const [open, setOpen] = useState(false);
  const query = useMasks(may && open);
  if (!may) return null;
  return (
    <>
      <OpenHiding open={open} onChange={setOpen} size="compact-xs" variant="subtle" />
      {open && (
        <Loaded query={query}>
          {(masks) => <OneMessage label={t`Hidden from others`} masks={masks} message={message} />}
        </Loaded>
      )}
    </>
  );
}

function OneMessage({ label, masks, message }: { label: string; masks: Masks; message: Message }) {
  const hiding = useHiding(masks.version);
  return (
    <Stack gap="xs" w="100%">
      <BlackOut
        label={label}
        part={`message.${message.id}`}
        text={message.text}
        hidden={masks.places}
        busy={hiding.isPending}
        onChange={(places) => hiding.mutate(places)}
      />
      <ProblemAlert problem={hiding.error} />
    </Stack>
  );
}

interface Opening extends Pick<ButtonProps, "size" | "variant"> {
  open: boolean;
  onChange: (open: boolean) => void;
}

function OpenHiding({ open, onChange, ...looks }: Opening) {
  return (
    <Button {...looks} onClick={() => onChange(!open)} aria-expanded={open}>
      {open ? <Trans>Done</Trans> : <Trans>Hide words</Trans>}
    </Button>
  );
}

function useMasks(enabled: boolean) {
  const one = useThisCase();
  const params = { path: { case_id: one.id } };
  return $api.useQuery("get", "/api/v1/cases/{case_id}/masks/", { params }, { enabled });
}

function Hiding({ masks }: { masks: Masks }) {
  const [open, setOpen] = useState(false);
  const hiding = useHiding(masks.version);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {masks.places.length === 0 ? (
            <Trans>Other partners, letters and files that leave show every word.</Trans>
          ) : (
            <Plural
              value={masks.places.length}
              one="# place is a bar wherever the words leave."
              other="# places are bars wherever the words leave."
            />
          )}
        </Text>
        <OpenHiding open={open} onChange={setOpen} size="compact-sm" variant="default" />
      </Group>
      {open && <Parts masks={masks} busy={hiding.isPending} onChange={(places) => hiding.mutate(places)} />}
      <ProblemAlert problem={hiding.error} />
    </Stack>
  );
}

function Parts({
  masks,
  busy,
  onChange,
}: {
  masks: Masks;
  busy: boolean;
  onChange: (places: Place[]) => void;
}) {
  const { t } = useLingui();
  const known: Record<string, string> = { narrative: t`The complaint`, wish: t`What they wish for` };
  return (
    <Stack gap="md">
      {masks.parts.map((part) => (
        <BlackOut
          key={part.part}
          label={known[part.part] ?? part.label}
          part={part.part}
          text={part.text}
          hidden={masks.places}
          busy={busy}
          onChange={onChange}
        />
      ))}
    </Stack>
  );
}

function useHiding(version: number) {
  const one = useThisCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (places: Place[]) => {
      const { error } = await api.PUT("/api/v1/cases/{case_id}/masks/", {
        params: { path: { case_id: one.id }, header: { "If-Match": ifMatch(version) } },
        body: { places },
      });
      if (error) throw error;
    },
    // Also where somebody was faster: the next try is made from what is there now.
    onSettled: () => queries.invalidateQueries(),
  });
}
