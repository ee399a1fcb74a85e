import { Trans, useLingui } from "@lingui/react/macro";
import { Button, FileButton, Group, Input, List, Loader, MultiSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, api, type Schemas } from "@/lib/api";
import { told, useTold } from "./queries";

interface Props {
  caseId: string;
  label: string;
  description?: string;
  required?: boolean;
  error?: string;
  value: string[];
  onChange: (ids: string[]) => void;
}

export function useCaseFiles(caseId: string) {
  return $api.useQuery("get", "/api/v1/cases/{case_id}/files/", {
    params: { path: { case_id: caseId }, query: { page_size: 200 } },
  });
}

/** Puts a file into the case. */
export function putFile(caseId: string, file: File): Promise<Schemas["File"]> {
  return told(
    api.POST("/api/v1/cases/{case_id}/files/", {
      params: { path: { case_id: caseId } },
      // The description calls the bytes of a file a text; what travels is the file itself.
      body: { file: file as unknown as string },
      bodySerializer: (body) => {
        const form = new FormData();
        form.set("file", body.file);
        return form;
      },
    }),
  );
}

/** Files of the case: those that lie there already, or one from this computer. */
export function FileChoice({ caseId, label, description, required, error, value, onChange }: Props) {
  const { t } = useLingui();
  const files = useCaseFiles(caseId);
  const [refused, setRefused] = useState<string | null>(null);
  // What was put just now has its name before the list of files is asked for anew.
  const [put, setPut] = useState<Schemas["File"][]>([]);
  const putting = useTold(
    (file: File) => putFile(caseId, file),
    (made) => {
      setPut((before) => [...before, made]);
      onChange([...value, made.id]);
    },
  );
  const listed = files.data?.results ?? [];
  const known = [...listed, ...put.filter((one) => !listed.some((other) => other.id === one.id))];
  return (
    <Input.Wrapper label={label} description={description} required={required} error={error}>
      <Stack gap="xs" mt={4}>
        {known.length > 0 && (
          <MultiSelect
            aria-label={label}
            placeholder={value.length === 0 ? t`Choose among the files of the case` : undefined}
            data={known.map((one) => ({ value: one.id, label: one.name }))}
            value={value.filter((id) => known.some((one) => one.id === id))}
            onChange={onChange}
            hidePickedOptions
          />
        )}
        <Group gap="sm">
          <FileButton
            onChange={(file) => {
              setRefused(null);
              if (file) putting.mutate(file, { onError: () => setRefused(file.name) });
            }}
          >
            {(props) => (
              <Button {...props} variant="default" size="xs" disabled={putting.isPending}>
                <Trans>Upload from this computer</Trans>
              </Button>
            )}
          </FileButton>
          {putting.isPending && <Loader size="xs" aria-label={t`Uploading`} />}
        </Group>
        {refused && (
          <>
            <Text size="sm">
              <Trans>“{refused}” was not taken.</Trans>
            </Text>
            <ProblemAlert problem={putting.error} />
          </>
        )}
        {value.length > 0 && known.length === 0 && (
          <List size="sm">
            <List.Item>
              <Trans>A file was uploaded.</Trans>
            </List.Item>
          </List>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
