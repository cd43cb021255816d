package dev.auditlog.it;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/**
 * The main class of a Payara Micro that takes applications away and puts them back: it reads commands from its standard
 * input, one in a line. Runs in the server's process, with the JDK and the server alone on its class path.
 */
public final class RedeployHost {

    static final String DONE = "HOST-DONE ";

    /** Where System.out leads to the server's log, this one is still the process's own. */
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final Object runtime;
    private final Class<?> api;

    private RedeployHost() throws ReflectiveOperationException {
        Class<?> launcher = Class.forName("fish.payara.micro.boot.PayaraMicroLauncher");
        Object boot = launcher.getMethod("getBootClass").invoke(null);
        runtime = Class.forName("fish.payara.micro.boot.PayaraMicroBoot")
                .getMethod("getRuntime")
                .invoke(boot);
        api = Class.forName("fish.payara.micro.PayaraMicroRuntime");
    }

    /** Starts the server with its own arguments, then obeys until the input ends. */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        Class.forName("fish.payara.micro.boot.PayaraMicroLauncher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
        RedeployHost host = new RedeployHost();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            host.obey(line.split(" "));
            OUT.println(DONE + line);
        }
    }

    private void obey(String... words) throws ReflectiveOperationException {
        switch (words[0]) {
            case "deploy" -> deploy(words[1], new File(words[2]));
            case "undeploy" -> method("undeploy", String.class).invoke(runtime, words[1]);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void deploy(String name, File archive) throws ReflectiveOperationException {
        Method deploy = method("deploy", String.class, String.class, File.class);
        if (!Boolean.TRUE.equals(deploy.invoke(runtime, name, name, archive))) {
            throw new InvocationTargetException(null, archive + " was refused");
        }
    }

    private Method method(String name, Class<?>... types) throws NoSuchMethodException {
        return api.getMethod(name, types);
    }
}
