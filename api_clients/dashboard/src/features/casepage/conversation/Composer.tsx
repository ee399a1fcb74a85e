import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, FileButton, Group, Pill, Select, Stack, Text } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useState } from "react";
import { DraftTextarea } from "@/components/DraftTextarea";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, type Schemas } from "@/lib/api";
import { useDraft } from "@/lib/drafts";
import { LANGUAGES, type Language } from "@/lib/languages";
import { at, type CaseFile, useMay, useThisCase } from "../case";
import { useAddFile } from "../files/useAddFile";

/** The next message to the complainant: from a template or free, as a question or not, with files. */
export function Composer({ lang }: { lang: Language | undefined }) {
  const { t } = useLingui();
  const one = useThisCase();
  const draft = useDraft(`case/${one.id}/message`, "");
  const [asks, setAsks] = useState(false);
  const [files, setFiles] = useState<CaseFile[]>([]);
  const [template, setTemplate] = useState<Schemas["RenderedTemplate"] | null>(null);
  const mayAsk = useMay("ask");
  const sending = $api.useMutation("post", "/api/v1/cases/{case_id}/messages/", {
    onSuccess: () => {
      draft.clear();
      setAsks(false);
      setFiles([]);
      setTemplate(null);
    },
  });
  if (!useMay("write")) return null;
  const text = draft.value;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const body = { text, asks, files: files.map((file) => file.id) };
        if (text.trim()) sending.mutate({ ...at(one.id), body });
      }}
    >
      <Stack gap="xs">
        <Templates
          onPick={(picked) => {
            draft.change(picked.text);
            setAsks(picked.asks && mayAsk);
            setTemplate(picked);
          }}
        />
        <DraftTextarea
          draft={draft}
          lang={lang}
          label={t`Message to the complainant`}
          description={lang && t`The complainant chose ${LANGUAGES[lang]}.`}
          maxLength={10_000}
        />
        {template && <TemplateHints template={template} />}
        <Attached files={files} onChange={setFiles} />
        <ProblemAlert problem={sending.error} />
        <Group justify="space-between" gap="xs">
          {mayAsk ? (
            <Checkbox
              label={t`It is a question; an answer is awaited`}
              checked={asks}
              onChange={(event) => setAsks(event.currentTarget.checked)}
            />
          ) : (
            <span />
          )}
          <Button type="submit" loading={sending.isPending} disabled={!text.trim()}>
            <Trans>Send</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Templates({ onPick }: { onPick: (template: Schemas["RenderedTemplate"]) => void }) {
  const { t } = useLingui();
  const one = useThisCase();
  const [wanted, setWanted] = useState(false);
  const { data } = $api.useQuery("get", "/api/v1/cases/{case_id}/message-templates/", at(one.id), {
    enabled: wanted,
  });
  const templates = data?.results ?? [];
  return (
    <Select
      label={t`Begin with a template`}
      placeholder={t`Choose`}
      size="xs"
      maw={360}
      value={null}
      onDropdownOpen={() => setWanted(true)}
      data={templates.map((template) => ({ value: template.code, label: template.name }))}
      nothingFoundMessage={data ? t`Your organisation has no templates` : t`Loading`}
      onChange={(code) => {
        const found = templates.find((template) => template.code === code);
        if (found) onPick(found);
      }}
    />
  );
}

/** What is still to be done with a template before it can leave. */
function TemplateHints({ template }: { template: Schemas["RenderedTemplate"] }) {
  const { language, complainant_language: theirs, missing } = template;
  return (
    <>
      {language !== theirs && (
        <Text size="sm" c="orange">
          <Trans>
            This template is in {LANGUAGES[language]}, the complainant reads {LANGUAGES[theirs]}: translate
            it.
          </Trans>
        </Text>
      )}
      {missing.length > 0 && (
        <Text size="sm" c="orange">
          <Trans>Fill in what stands in braces before you send it.</Trans>
        </Text>
      )}
    </>
  );
}

function Attached({ files, onChange }: { files: CaseFile[]; onChange: (files: CaseFile[]) => void }) {
  const { t } = useLingui();
  const adding = useAddFile((file) => onChange([...files, file]));
  if (!useMay("add_file")) return null;
  return (
    <>
      <Group gap="xs">
        <FileButton onChange={(file) => file && adding.mutate(file)}>
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPaperclip size={16} aria-hidden />}
              loading={adding.isPending}
            >
              <Trans>Attach a file</Trans>
            </Button>
          )}
        </FileButton>
        {files.map((file) => (
          <Pill
            key={file.id}
            withRemoveButton
            removeButtonProps={{ "aria-label": t`Leave ${file.name} out`, "aria-hidden": false, tabIndex: 0 }}
            onRemove={() => onChange(files.filter((one) => one.id !== file.id))}
          >
            {file.name}
          </Pill>
        ))}
      </Group>
      <ProblemAlert problem={adding.error} />
    </>
  );
}
