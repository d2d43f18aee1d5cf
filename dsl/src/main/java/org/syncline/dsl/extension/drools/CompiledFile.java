package org.syncline.dsl.extension.drools;

import java.util.Collection;
import java.util.Set;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.kie.api.definition.KiePackage;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderErrors;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * A rule file and what the compiler made of it. Nothing in it depends on other files, so that one which stays as it is need not be
 * compiled for every rule base.
 */
final class CompiledFile {
    private final RuleFile file;
    private final Collection<KiePackage> packages;

    private CompiledFile(RuleFile file, Collection<KiePackage> packages) {
        this.file = file;
        this.packages = packages;
    }

    /** What the compiler finds wrong with a file in which there was no mistake to see. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient KnowledgeBuilderErrors errors;

        private Refused(KnowledgeBuilderErrors errors) {
            this.errors = errors;
        }

        KnowledgeBuilderErrors errors() {
            return errors;
        }
    }

    /**
     * Compiles a file without mistakes.
     *
     * @param allowed classes that rules may use beside the usual ones
     */
    static CompiledFile of(RuleFile file, Set<String> allowed) throws Refused {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, new VisibleClasses(allowed)));
        builder.add(ResourceFactory.newDescrResource(file.forCompiler()), ResourceType.DESCR);
        if (builder.hasErrors()) {
            throw new Refused(builder.getErrors());
        }
        builder.getKnowledgePackages().forEach(CompiledFile::keepForCopies);
        return new CompiledFile(file, builder.getKnowledgePackages());
    }

    /** The first rule base would take the package itself, and change it while others copy it; from now on each makes a copy. */
    private static void keepForCopies(KiePackage compiled) {
        ((InternalKnowledgePackage) compiled).deepCloneIfAlreadyInUse(VisibleClasses.class.getClassLoader());
    }

    RuleFile file() {
        return file;
    }

    /** To be added to a rule base, which makes copies of them. */
    Collection<KiePackage> packages() {
        return packages;
    }
}
