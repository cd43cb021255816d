package dev.auditlog.bench.app.logbook;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.zalando.logbook.Logbook;
import org.zalando.logbook.core.DefaultHttpLogFormatter;
import org.zalando.logbook.core.DefaultSink;
import org.zalando.logbook.core.StreamHttpLogWriter;
import org.zalando.logbook.servlet.LogbookFilter;

/** Puts the filter in front of all requests, as Logbook's own documentation does without a framework. */
@WebListener
public class FileLogbook implements ServletContextListener {

    private @Nullable PrintStream file;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        Path path = Path.of(System.getProperty("java.io.tmpdir"), "logbook.log");
        try {
            file = new PrintStream(new FileOutputStream(path.toFile()), false, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Logbook logbook = Logbook.builder()
                .sink(new DefaultSink(new DefaultHttpLogFormatter(), new StreamHttpLogWriter(file)))
                .build();
        FilterRegistration.Dynamic filter =
                started.getServletContext().addFilter("logbook", new LogbookFilter(logbook));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(null, false, "/*");
    }

    @Override
    public void contextDestroyed(ServletContextEvent ended) {
        if (file != null) {
            file.close();
        }
    }
}
