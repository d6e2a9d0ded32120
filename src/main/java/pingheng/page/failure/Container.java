package pingheng.page.failure;

import org.apache.catalina.Context;
import org.apache.catalina.Pipeline;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The container answers in our words, and reads to its end what it refuses, so that the browser comes to see the answer. */
@Configuration(proxyBeanMethods = false)
class Container {
    /** After the customizers of the framework, whose own report of errors is taken out again. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answering(@Lazy Failures failures) {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            context.setSwallowAbortedUploads(true);
            report(context, new FailureValve(failures));
        });
    }

    private static void report(Context context, FailureValve ours) {
        var host = (StandardHost) context.getParent();
        Pipeline pipeline = host.getPipeline();
        for (var valve : pipeline.getValves()) if (valve instanceof ErrorReportValve) pipeline.removeValve(valve);
        pipeline.addValve(ours);
        host.setErrorReportValveClass(FailureValve.class.getName());
    }
}
