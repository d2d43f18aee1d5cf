package org.syncline.platform.app.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that only has sub-commands; its name is what they are about. */
abstract class CommandGroup implements Runnable {

    @ParentCommand
    private Root root;

    @Spec
    private CommandSpec spec;

    final Root root() {
        return root;
    }

    @Override
    public final void run() {
        throw new CommandLineProblem("say what to do with the " + spec.name() + ": "
                + String.join(", ", spec.subcommands().keySet()) + "; see '" + spec.qualifiedName() + " --help'");
    }
}
