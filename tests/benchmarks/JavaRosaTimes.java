import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.javarosa.core.model.CoreModelModule;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.services.PropertyManager;
import org.javarosa.core.services.PrototypeManager;
import org.javarosa.core.util.JavaRosaCoreModule;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormAnswerDataParser;
import org.javarosa.xform.util.XFormUtils;
import org.opendatakit.validate.StubPropertyManager;

/**
 * Loads a form and types a script of answers into it, again and again: a line for each turn with the seconds
 * to load and the mean seconds for an answer.  In the first turn Java still interprets its code.
 */
public class JavaRosaTimes {
    private static final int WARM_UP = 20;

    public static void main(String[] arguments) throws Exception {
        new XFormsModule().registerModule();
        PrototypeManager.registerPrototypes(JavaRosaCoreModule.classNames);
        PrototypeManager.registerPrototypes(CoreModelModule.classNames);
        PropertyManager.setPropertyManager(new StubPropertyManager());
        byte[] xform = Files.readAllBytes(Path.of(arguments[0]));
        List<String> script = Files.readAllLines(Path.of(arguments[1]));

        for (int turn = 0; turn <= WARM_UP; turn++) {
            long began = cpuTime();
            FormDef form = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xform));
            form.initialize(true, new InstanceInitializationFactory());
            long loaded = cpuTime();
            for (String line : script) {
                String[] parts = line.split("\t");
                set(form, parts[0], parts[1]);
            }
            double answered = (cpuTime() - loaded) / 1e9 / script.size();
            System.out.println((loaded - began) / 1e9 + " " + answered);
        }
    }

    /** Nanoseconds of processor time of this thread: Java compiles and collects in others. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void set(FormDef form, String path, String value) {
        TreeReference reference = TreeReference.rootRef();
        for (String step : path.substring(1).split("/")) {  // "person[2]" is the second, which Java counts as 1
            String[] parts = step.split("[\\[\\]]");
            reference = reference.extendRef(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) - 1 : 0);
        }
        TreeElement element = form.getMainInstance().resolveReference(reference);
        IAnswerData answer = XFormAnswerDataParser.getAnswerData(value, element.getDataType(), null);
        form.setValue(answer, reference, true);
    }
}
