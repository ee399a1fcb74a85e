import { Trans, useLingui } from "@lingui/react/macro";
import { Box, SegmentedControl, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { LANGUAGES, type Language } from "@/lib/languages";
import { asProblem } from "@/lib/problems";
import type { FormSchema, Said } from "./model";

interface Props {
  slug: string;
  schema: FormSchema;
  section: string;
  onErrors: (errors: Said[]) => void;
}

/** The page of a section as citizens will get it, drawn by the server from what is typed; nothing is kept. */
export function Preview({ slug, schema, section, onErrors }: Props) {
  const { t } = useLingui();
  const languages = schema.languages as Language[];
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen && languages.includes(chosen) ? chosen : (languages[0] ?? "en");
  const [drawn] = useDebouncedValue({ schema, section, language }, 500);
  const page = $api.useQuery(
    "post",
    "/api/v1/partners/{slug}/form/preview/",
    { params: { path: { slug } }, body: drawn },
    { placeholderData: keepPreviousData, retry: false, gcTime: 60_000, refetchOnWindowFocus: false },
  );
  const refused = page.error ? asProblem(page.error) : null;
  useEffect(() => {
    onErrors(refused?.status === 400 ? (refused.errors ?? []) : []);
  }, [refused, onErrors]);
  return (
    <Stack gap="xs" component="section" aria-label={t`Preview`}>
      <SegmentedControl
        size="xs"
        value={language}
        onChange={(value) => setChosen(value as Language)}
        data={languages.map((value) => ({ value, label: LANGUAGES[value] }))}
        style={{ flexWrap: "wrap" }}
        aria-label={t`Language of the preview`}
      />
      {refused && refused.status !== 400 && <ProblemAlert problem={page.error} />}
      {refused?.status === 400 && (
        <Text size="sm" c="orange" role="status">
          <Trans>Something is missing or wrong, so the picture is the last one that could be drawn.</Trans>
        </Text>
      )}
      <Box
        component="iframe"
        title={t`The page in ${LANGUAGES[language]}`}
        // No scripts, no sending: a picture. Same origin, so that its style sheet may be loaded.
        sandbox="allow-same-origin"
        srcDoc={page.data?.html ?? ""}
        w="100%"
        h={620}
        bd="1px solid var(--mantine-color-default-border)"
        bg="white"
      />
    </Stack>
  );
}
