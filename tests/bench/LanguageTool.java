/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* LanguageTool as a command, for script/bench-beside: LanguageTool -l LANGUAGE FILE…; prints how much it finds in each file. Its own
 * command is not in Maven's central repository. */
import java.nio.file.Files;
import java.nio.file.Path;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;

public final class LanguageTool {
  public static void main (String[] words) throws Exception {
    if (words.length < 3 || !words[0].equals ("-l")) {
      System.err.println ("usage: LanguageTool -l LANGUAGE FILE...");
      System.exit (2);
    }
    JLanguageTool tool = new JLanguageTool (Languages.getLanguageForShortCode (words[1]));
    for (int i = 2; i < words.length; i++)
      System.out.println (words[i] + ": " + tool.check (Files.readString (Path.of (words[i]))).size ());
  }
}
