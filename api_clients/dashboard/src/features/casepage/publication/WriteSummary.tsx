import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { PlacePicker } from "@/components/pickers";
import { api, ifMatch } from "@/lib/api";
import { isLanguage, LANGUAGES, type Language } from "@/lib/languages";
import { useThisCase } from "../case";
import type { Publishing } from "./Publication";

interface Words {
  title: string;
  text: string;
  language: Language;
  place: string | null;
}

/** The words themselves. Nothing of the complaint is copied into them. */
export function WriteSummary({ publishing, onClose }: { publishing: Publishing; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const { summary } = publishing;
  const [words, setWords] = useState<Words>({
    title: summary?.title ?? "",
    text: summary?.text ?? "",
    language: summary?.language ?? (isLanguage(i18n.locale) ? i18n.locale : "en"),
    place: (summary ? summary.place?.code : publishing.suggested_place?.code) ?? null,
  });
  const saving = useWriting(publishing.version, onClose);
  const change = (changed: Partial<Words>) => setWords((before) => ({ ...before, ...changed }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(words);
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t`Title`}
          required
          maxLength={120}
          value={words.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t`Text for the public`}
          description={t`No names, no addresses, nothing that leads to a person.`}
          required
          autosize
          minRows={4}
          maxRows={16}
          maxLength={3500}
          value={words.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Select
          label={t`Language of the text`}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          value={words.language}
          onChange={(language) => isLanguage(language) && change({ language })}
        />
        <PlacePicker
          label={t`Municipality`}
          description={t`Nothing smaller is told.`}
          value={words.place}
          onChange={(place) => change({ place })}
        />
        <ProblemAlert problem={saving.error} />
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending}>
            <Trans>Keep as a draft</Trans>
          </Button>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useWriting(version: number, onDone: () => void) {
  const one = useThisCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Words) => {
      const params = { path: { case_id: one.id }, header: { "If-Match": ifMatch(version) } };
      const { error } = await api.PUT("/api/v1/cases/{case_id}/public-summary/", { params, body });
      if (error) throw error;
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
}
