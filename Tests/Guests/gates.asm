; Gates and privilege: call, interrupt and trap gates of both widths, same level and inward with copied
; parameters, conforming code, RETF and IRET outward, segment loads, limits, and the error code of every refusal.
%include "system.inc"

CONFORMING      equ 48h
RING1_CODE      equ 50h
RING1_DATA      equ 58h
ABSENT_CODE     equ 60h
ABSENT_DATA     equ 68h
READ_ONLY       equ 70h
EXECUTE_ONLY    equ 78h
SHORT_CODE      equ 80h
SHORT_DATA      equ 88h
DOWN_DATA       equ 90h
CONFORMING3     equ 98h
LOCAL           equ 0A0h
OTHER_TASK      equ 0A8h
ABSENT_TASK     equ 0B0h
ABSENT_LDT      equ 0B8h
GATE            equ 0C0h                ; two parameters
GATE16          equ 0C8h
GATE_DPL0       equ 0D0h
GATE_ABSENT     equ 0D8h
GATE_NULL       equ 0E0h
GATE_TO_DATA    equ 0E8h
GATE_TO_ABSENT  equ 0F0h
GATE_OUTWARD    equ 0F8h
GATE_CONFORMING equ 100h
GATE_RING1      equ 108h
GATE_SHORT      equ 110h
GATE_BEYOND     equ 118h
GATE_LDT        equ 120h
DOWN16_DATA     equ 128h
TASK_GATE       equ 130h
USER_SHORT      equ 138h | 3
BEYOND          equ 7F8h                ; past the GDT's limit
LDT_TABLE       equ 13000h + 2000h
RING1_STACK     equ 1C000h
TSS_SS1         equ TASK + 16
TSS_ESP1        equ TASK + 12
VECTOR          equ 50h

body:
        call tables
        call calls
        call inward
        call new_stack
        call interrupts
        call exceptions
        call returns
        call loads
        call queries
        call privileged
        call limits
        call small_stack
        ret

tables:
        mov word [100h], 2FCDh          ; INT 2Fh where a limit should have stopped
        mov word [200h], 2FCDh
        descriptor CONFORMING, 0, 0FFFFFh, 9Eh, 0C0h
        descriptor RING1_CODE, 0, 0FFFFFh, 0BAh, 0C0h
        descriptor RING1_DATA, 0, 0FFFFFh, 0B2h, 0C0h
        descriptor ABSENT_CODE, 0, 0FFFFFh, 1Ah, 0C0h
        descriptor ABSENT_DATA, 0, 0FFFFFh, 12h, 0C0h
        descriptor READ_ONLY, 0, 0FFFFFh, 90h, 0C0h
        descriptor EXECUTE_ONLY, 0, 0FFFFFh, 98h, 0C0h
        descriptor SHORT_CODE, 0, 0FFh, 9Ah, 40h
        descriptor SHORT_DATA, 10000h, 0FFFh, 92h, 40h
        descriptor USER_SHORT, 10000h, 0FFFh, 0F2h, 40h
        descriptor DOWN_DATA, 10000h, 0FFFh, 96h, 40h
        descriptor DOWN16_DATA, 10000h, 0FFFh, 96h, 0
        descriptor CONFORMING3, 0, 0FFFFFh, 0FEh, 0C0h
        descriptor LOCAL, LDT_TABLE, 0Fh, 82h, 0
        descriptor OTHER_TASK, 13000h, 67h, 89h, 0
        descriptor ABSENT_TASK, 13000h, 67h, 09h, 0
        descriptor ABSENT_LDT, LDT_TABLE, 0Fh, 02h, 0
        gate gdt + GATE, CODE32, entered, 0ECh, 2
        gate gdt + GATE16, CODE32, entered16, 0E4h, 2
        gate gdt + GATE_DPL0, CODE32, entered, 8Ch
        gate gdt + GATE_ABSENT, CODE32, entered, 6Ch
        gate gdt + GATE_NULL, 0, entered, 0ECh
        gate gdt + GATE_TO_DATA, DATA32, entered, 0ECh
        gate gdt + GATE_TO_ABSENT, ABSENT_CODE, entered, 0ECh
        gate gdt + GATE_OUTWARD, USER_CODE, entered, 0ECh
        gate gdt + GATE_CONFORMING, CONFORMING, entered, 0ECh
        gate gdt + GATE_RING1, RING1_CODE, entered, 0ECh, 2
        gate gdt + GATE_SHORT, SHORT_CODE, 200h, 0ECh
        gate gdt + GATE_BEYOND, BEYOND, entered, 0ECh
        gate gdt + GATE_LDT, LOCAL, entered, 0ECh
        gate gdt + TASK_GATE, OTHER_TASK, 0, 0E5h
        mov edi, LDT_TABLE + 8          ; LDT entry 1: a data segment
        mov dword [edi], 0000FFFFh
        mov dword [edi + 4], 00CFF300h
        mov dword [TSS_ESP1], RING1_STACK
        mov dword [TSS_SS1], RING1_DATA | 1
        ret

; Where the gates lead: show what the gate pushed, and return with the parameters dropped.
entered:
        call show_frame
        retf 8
show_frame:
        mov ebp, esp
        add ebp, 4
        push ds
        mov eax, USER_DATA
        mov ds, eax
        say " CS"
        mov eax, cs
        value eax, 2
        say " SS"
        mov eax, ss
        value eax, 2
        say " from"
        mov eax, [ss:ebp + 4]
        value eax, 2
        mov eax, cs
        xor eax, [ss:ebp + 4]
        test al, 3
        jz .same
        say " with"
        mov eax, [ss:ebp + 8]
        value eax
        mov eax, [ss:ebp + 12]
        value eax
        say " stack"
        mov eax, [ss:ebp + 20]
        value eax, 2
.same:
        pop ds
        ret
entered16:
        mov ebp, esp
        say " CS"
        mov eax, cs
        value eax, 2
        say " from"
        movzx eax, word [ss:ebp + 2]
        value eax, 2
        mov ebx, eax
        mov eax, cs
        xor eax, ebx
        test al, 3
        jz .same
        say " with"
        movzx eax, word [ss:ebp + 4]
        value eax, 4
        movzx eax, word [ss:ebp + 6]
        value eax, 4
        say " stack"
        movzx eax, word [ss:ebp + 10]
        value eax, 2
.same:
        o16 retf 4

; ---------------------------------------------------------------- far calls and jumps at CPL 0
%macro far_call 2+                      ; selector, name
        try %2
        call (%1):dword 0
        okay
%endmacro
%macro far_jump 2+
        try %2
        jmp (%1):dword 0
        okay
%endmacro

calls:
        try "call gate, same level"
        push dword 11112222h
        push dword 33334444h
        call GATE:dword 0FFFFFFFFh
        okay
        try "16-bit call gate, same level"
        push word 1111h
        push word 2222h
        call GATE16:dword 0
        okay
        try "jump through a call gate"
        push dword 11112222h
        push dword 33334444h
        push cs
        push dword .jumped
        jmp GATE:dword 0
.jumped:
        okay
        try "call gate to conforming code"
        push eax
        push eax
        call GATE_CONFORMING:dword 0
        okay
        try "CALL far to conforming code"
        push eax
        push eax
        call dword CONFORMING:entered
        okay
        try "CALL far, 16-bit operand"
        call word CODE32:.near
        jmp .after
.near:
        mov eax, esp
        sub eax, [saved_esp]
        value eax
        o16 retf
.after:
        okay
        far_call GATE_DPL0 | 3, "call gate, RPL above DPL"
        far_call GATE_ABSENT, "absent call gate"
        far_call GATE_NULL, "call gate with a null selector"
        far_call GATE_TO_DATA, "call gate to data"
        far_call GATE_LDT, "call gate to an LDT"
        far_call GATE_TO_ABSENT, "call gate to absent code"
        far_call GATE_OUTWARD, "call gate outward"
        far_call GATE_SHORT, "call gate past the code's limit"
        far_call GATE_BEYOND, "call gate with a selector past the GDT"
        far_jump GATE_OUTWARD, "jump through a gate outward"
        far_jump GATE_ABSENT, "jump through an absent gate"
        far_call 0, "null selector"
        far_call 3, "null selector with RPL"
        far_call BEYOND, "selector past the GDT"
        far_call 0Ch, "LDT selector without an LDT"
        far_call DATA32, "data segment"
        far_call LOCAL, "LDT descriptor"
        far_call ABSENT_CODE, "absent code"
        far_call RING1_CODE, "code with DPL above CPL"
        far_call CODE32 | 3, "code with RPL above CPL"
        far_call CONFORMING3, "conforming code with DPL above CPL"
        far_jump TASK_MAIN, "busy TSS"
        far_jump ABSENT_TASK, "absent TSS"
        far_jump OTHER_TASK | 3, "TSS with RPL above DPL"
        try "past the code's limit"
        jmp SHORT_CODE:dword 100h
        okay
        ret

; ---------------------------------------------------------------- from CPL 3
%macro user_call 2+
        try %2
        ring3
        call (%1):dword 0
        okay
%endmacro
inward:
        try "call gate from CPL 3"
        ring3
        push dword 11112222h
        push dword 33334444h
        call (GATE | 3):dword 0
        mov eax, cs
        value eax, 2
        ring0
        okay
        try "16-bit call gate from CPL 3"
        ring3
        push word 1111h
        push word 2222h
        call (GATE16 | 3):dword 0
        movzx esp, sp                   ; the gate kept only SP; the rest is the inner stack's
        or esp, MAIN_STACK & 0FFFF0000h
        ring0
        okay
        try "call gate to ring 1 from CPL 3"
        ring3
        push dword 11112222h
        push dword 33334444h
        call (GATE_RING1 | 3):dword 0
        ring0
        okay
        try "RETF outward clears what ring 3 may not have"
        push dword 0                    ; room below
        mov eax, CODE32
        mov fs, eax
        mov eax, CONFORMING
        mov gs, eax
        mov eax, USER_DATA
        mov es, eax
        push dword USER_DATA
        lea eax, [esp + 4]
        push eax
        push dword USER_CODE
        push dword .out
        retf
.out:
        mov eax, ds
        value eax, 2
        mov eax, es
        value eax, 2
        mov eax, fs
        value eax, 2
        mov eax, gs
        value eax, 2
        ring0
        okay
        try "RETF n outward drops from both stacks"
        sub esp, 32
        mov eax, USER_DATA
        mov ds, eax
        mov ebx, esp
        push eax
        push ebx
        push dword 0
        push dword 0
        push dword USER_CODE
        push dword .out_n
        retf 8
.out_n:
        sub ebx, esp
        value ebx
        ring0
        okay
        try "CALL far to conforming code from CPL 3"
        ring3
        push eax
        push eax
        call dword CONFORMING:entered
        ring0
        okay
        try "call gate to conforming code from CPL 3"
        ring3
        push eax
        push eax
        call GATE_CONFORMING:dword 0
        ring0
        okay
        user_call GATE_DPL0, "call gate, CPL above DPL"
        user_call GATE_TO_ABSENT, "call gate to absent code from CPL 3"
        user_call GATE_ABSENT, "absent call gate from CPL 3"
        user_call CODE32, "code with DPL below CPL"
        user_call RING1_CODE | 3, "code of ring 1"
        user_call OTHER_TASK, "TSS with DPL below CPL"
        try "jump inward through a call gate"
        ring3
        jmp GATE:dword 0
        okay
        try "RETF inward"
        ring3
        push dword CODE32
        push dword 0
        retf
        okay
        try "IRET inward"
        ring3
        pushfd
        push dword CODE32
        push dword 0
        iretd
        okay
        try "IRET at CPL 3 keeps IOPL and IF"
        ring3
        push dword 3202h
        push cs
        push dword .kept
        iretd
.kept:
        pushfd
        pop eax
        and eax, 3200h
        value eax
        ring0
        okay
        try "POPF at CPL 3 keeps IOPL and IF"
        ring3
        push dword 3202h
        popfd
        pushfd
        pop eax
        and eax, 3200h
        value eax
        ring0
        okay
        ret

; ---------------------------------------------------------------- faults in the stack of an inner ring
%macro ring1_stack 2                    ; SS, ESP of ring 1
        mov dword [TSS_SS1], %1
        mov dword [TSS_ESP1], %2
%endmacro
%macro bad_stack 3+
        ring1_stack %1, %2
        try %3, ", call gate"
        ring3
        call (GATE_RING1 | 3):dword 0
        okay
        try %3, ", INT"
        ring3
        int VECTOR
        okay
        mov byte [IDT + 6 * 8 + 2], RING1_CODE
        try %3, ", #UD"
        ring3
        ud2
        okay
        mov byte [IDT + 6 * 8 + 2], CODE32
%endmacro
new_stack:
        gate IDT + VECTOR * 8, RING1_CODE, interrupted, 0EEh
        bad_stack 0, RING1_STACK, "new SS null"
        bad_stack BEYOND | 1, RING1_STACK, "new SS past the GDT"
        bad_stack RING1_DATA | 3, RING1_STACK, "new SS with another RPL"
        bad_stack DATA32 | 1, RING1_STACK, "new SS with another DPL"
        bad_stack RING1_CODE | 1, RING1_STACK, "new SS code"
        descriptor ABSENT_DATA, 0, 0FFFFFh, 32h, 0C0h
        bad_stack ABSENT_DATA | 1, RING1_STACK, "new SS absent"
        ring1_stack RING1_DATA | 1, RING1_STACK
        descriptor ABSENT_DATA, 0, 0FFFFFh, 12h, 0C0h
        ret
small_stack:
        gate IDT + VECTOR * 8, RING1_CODE, interrupted, 0EEh
        descriptor SHORT_DATA, 10000h, 0FFFh, 0B2h, 40h
        bad_stack SHORT_DATA | 1, 8, "new stack too small"
        bad_stack SHORT_DATA | 1, 2000h, "new ESP past the limit"
        try "LTR null"
        xor eax, eax
        ltr ax
        okay
        ret

; ---------------------------------------------------------------- INT n
interrupted:                            ; show CS, flags that the gate cleared, what was pushed
        say " CS"
        push eax
        mov eax, cs
        value eax, 2
        pop eax
        say " flags"
        flag_value 4300h
        say " pushed"
        push eax
        mov eax, [ss:esp + 8]
        value eax, 2
        mov eax, [ss:esp + 12]
        and eax, 4300h
        value eax
        pop eax
        iretd
interrupted16:
        say " CS"
        push eax
        mov eax, cs
        value eax, 2
        say " pushed"
        movzx eax, word [ss:esp + 6]
        value eax, 2
        movzx eax, word [ss:esp + 8]
        and eax, 4300h
        value eax
        pop eax
        o16 iret
%macro software 2+                      ; the vector's own byte 5, name
        mov byte [IDT + VECTOR * 8 + 5], %1
        try %2
        int VECTOR
        okay
%endmacro
%macro vector_to 3+                     ; selector, offset, name
        gate IDT + VECTOR * 8, %1, %2, 0EEh
        try %3
        int VECTOR
        okay
%endmacro
%macro vector_to_task 1+
        try %1
        int VECTOR
        okay
%endmacro
%macro user_software 2+
        try %2
        ring3
        int %1
        ring0
        okay
%endmacro
interrupts:
        gate IDT + VECTOR * 8, CODE32, interrupted, 8Eh
        sti
        software 8Eh, "32-bit interrupt gate"
        software 8Fh, "32-bit trap gate"
        cli
        gate IDT + VECTOR * 8, CODE32, interrupted16, 86h
        software 86h, "16-bit interrupt gate"
        software 87h, "16-bit trap gate"
        gate IDT + VECTOR * 8, CODE32, interrupted, 0EEh
        user_software VECTOR, "32-bit interrupt gate from CPL 3"
        gate IDT + VECTOR * 8, CONFORMING, interrupted, 0EEh
        user_software VECTOR, "interrupt gate to conforming code from CPL 3"
        vector_to CONFORMING, interrupted, "interrupt gate to conforming code"
        gate IDT + VECTOR * 8, RING1_CODE, interrupted, 0EEh
        user_software VECTOR, "interrupt gate to ring 1 from CPL 3"
        user_software VECTOR + 1, "INT with CPL above DPL"
        user_software 3, "INT 3 with CPL above DPL, two bytes"
        try "INT3 with CPL above DPL"
        ring3
        int3
        okay
        try "INTO with CPL above DPL"
        ring3
        mov al, 7Fh
        inc al
        into
        okay
        software 6Eh, "absent interrupt gate"
        software 0ECh, "call gate in the IDT"
        software 0E2h, "LDT in the IDT"
        software 0E9h, "TSS in the IDT"
        software 0FEh, "code segment in the IDT"
        software 0E0h, "reserved type in the IDT"
        vector_to 0, interrupted, "interrupt gate with a null selector"
        vector_to BEYOND, interrupted, "interrupt gate past the GDT"
        vector_to DATA32, interrupted, "interrupt gate to data"
        vector_to ABSENT_CODE, interrupted, "interrupt gate to absent code"
        vector_to RING1_CODE, interrupted, "interrupt gate outward"
        vector_to SHORT_CODE, 200h, "interrupt gate past the code's limit"
        mov word [idt_pointer], VECTOR * 8 + 6
        lidt [idt_pointer]
        try "IDT's limit within the gate"
        int VECTOR
        okay
        mov word [idt_pointer], 7FFh
        lidt [idt_pointer]
        gate IDT + VECTOR * 8, OTHER_TASK, 0, 65h
        vector_to_task "absent task gate"
        gate IDT + VECTOR * 8, CODE32, 0, 0E5h
        vector_to_task "task gate to code"
        gate IDT + VECTOR * 8, TASK_MAIN, 0, 0E5h
        vector_to_task "task gate to a busy TSS"
        gate IDT + VECTOR * 8, ABSENT_TASK, 0, 0E5h
        vector_to_task "task gate to an absent TSS"
        gate IDT + VECTOR * 8, 0, 0, 0E5h
        vector_to_task "task gate with a null selector"
        gate IDT + VECTOR * 8, 0Ch, 0, 0E5h
        vector_to_task "task gate into the LDT"
        ret

; ---------------------------------------------------------------- exceptions: EXT
%macro exception_gate 3                 ; vector, selector, access
        mov word [IDT + (%1) * 8 + 2], %2
        mov byte [IDT + (%1) * 8 + 5], %3
%endmacro
exceptions:
        exception_gate 0, CODE32, 0Eh
        try "#DE, gate absent"
        xor eax, eax
        div al
        okay
        exception_gate 0, 0, 8Eh
        try "#DE, null selector"
        xor eax, eax
        div al
        okay
        exception_gate 0, DATA32, 8Eh
        try "#DE, data selector"
        xor eax, eax
        div al
        okay
        exception_gate 0, ABSENT_CODE, 8Eh
        try "#DE, absent code"
        xor eax, eax
        div al
        okay
        exception_gate 0, CODE32, 8Eh
        exception_gate 6, CODE32, 0Eh
        try "#UD, gate absent"
        ud2
        okay
        exception_gate 6, CODE32, 8Eh
        exception_gate 3, CODE32, 0Eh
        try "INT3, gate absent"
        int3
        okay
        exception_gate 3, DATA32, 8Eh
        try "INT3, data selector"
        int3
        okay
        exception_gate 3, CODE32, 8Eh
        exception_gate 4, CODE32, 0Eh
        try "INTO, gate absent"
        mov al, 7Fh
        inc al
        into
        okay
        exception_gate 4, CODE32, 8Eh
        exception_gate 1, CODE32, 0Eh
        try "INT1, gate absent"
        db 0F1h
        okay
        try "single step, gate absent"
        pushfd
        or byte [esp + 1], 1
        popfd
        nop
        okay
        exception_gate 1, CODE32, 8Eh
        try "INT 13 pushes no error code"
        mov dword [hook], .thirteen
        int 13
.thirteen:
        mov eax, [saved_esp]
        mov esp, eax                    ; above the frame, which was one doubleword shorter
        sub eax, [fault.sp]
        value eax, 2
        jmp resume_after
        okay
        ; A hardware interrupt: the timer's, at vector 58h.
        mov al, 11h
        out 20h, al
        mov al, 58h
        out 21h, al
        mov al, 4
        out 21h, al
        mov al, 1
        out 21h, al
        mov al, 34h
        out 43h, al
        mov al, 0
        out 40h, al
        mov al, 10h
        out 40h, al
        exception_gate 58h, CODE32, 0Eh
        mov al, 0FEh
        out 21h, al
        try "IRQ 0, gate absent"
        mov dword [hook], .timer
        sti
.wait:  jmp .wait
.timer: mov al, 20h
        out 20h, al
        mov al, 0FFh
        out 21h, al
        value [fault.vector], 2
        value [fault.error], 4
        jmp resume_after
        okay
        exception_gate 58h, DATA32, 8Eh
        mov al, 0FEh
        out 21h, al
        try "IRQ 0, data selector"
        mov dword [hook], .timer2
        sti
.wait2: jmp .wait2
.timer2:
        mov al, 20h
        out 20h, al
        mov al, 0FFh
        out 21h, al
        value [fault.vector], 2
        value [fault.error], 4
        jmp resume_after
        okay
        cli
        ret

; ---------------------------------------------------------------- RETF and IRET
%macro return_to 3+                     ; selector, offset, name
        try "RETF ", %3
        push dword %1
        push dword %2
        retf
        okay
        try "IRET ", %3
        pushfd
        push dword %1
        push dword %2
        iretd
        okay
%endmacro
%macro return_outward 4+                ; code, stack selectors, EIP, name
        try "RETF outward ", %4
        push dword %2
        push dword MAIN_STACK
        push dword %1
        push dword %3
        retf
        okay
        try "IRET outward ", %4
        push dword %2
        push dword MAIN_STACK
        pushfd
        push dword %1
        push dword %3
        iretd
        okay
%endmacro
returns:
        return_to 0, 0, "to a null selector"
        return_to BEYOND, 0, "past the GDT"
        return_to DATA32, 0, "to data"
        return_to LOCAL, 0, "to an LDT"
        return_to GATE, 0, "to a call gate"
        return_to ABSENT_CODE, 0, "to absent code"
        return_to RING1_CODE, 0, "to DPL above RPL"
        return_to CONFORMING3, 0, "to conforming DPL above RPL"
        return_to SHORT_CODE, 100h, "past the limit"
        return_outward CODE32 | 3, USER_DATA, 0, "to DPL below RPL"
        return_outward USER_CODE, 0, 0, "with a null SS"
        return_outward USER_CODE, BEYOND, 0, "with SS past the GDT"
        return_outward USER_CODE, DATA32, 0, "with SS of another RPL"
        return_outward USER_CODE, DATA32 | 3, 0, "with SS of another DPL"
        return_outward USER_CODE, USER_CODE, 0, "with SS code"
        descriptor ABSENT_DATA, 0, 0FFFFFh, 72h, 0C0h
        return_outward USER_CODE, ABSENT_DATA | 3, 0, "with SS absent"
        descriptor ABSENT_DATA, 0, 0FFFFFh, 12h, 0C0h
        try "RETF with the stack's end"
        mov eax, SHORT_DATA
        mov ss, eax
        mov esp, 0FFCh
        retf
        okay
        try "IRET with the stack's end"
        mov eax, SHORT_DATA
        mov ss, eax
        mov esp, 0FF8h
        iretd
        okay
        try "IRET with NT and no link"
        mov word [TASK], 0
        pushfd
        or byte [esp + 1], 40h
        popfd
        iretd
        okay
        try "IRET with NT and a link to an idle task"
        mov word [TASK], OTHER_TASK
        pushfd
        or byte [esp + 1], 40h
        popfd
        iretd
        okay
        try "IRET with NT and a link into the LDT"
        mov word [TASK], 0Ch
        pushfd
        or byte [esp + 1], 40h
        popfd
        iretd
        okay
        try "IRET with NT and a link to code"
        mov word [TASK], CODE32
        pushfd
        or byte [esp + 1], 40h
        popfd
        iretd
        okay
        push dword 2
        popfd
        mov word [TASK], 0
        ret

; ---------------------------------------------------------------- segment registers
%macro load 3+                          ; register, selector, name
        try %3
        mov eax, %2
        mov %1, eax
        okay
%endmacro
loads:
        load ss, 0, "SS null"
        load ss, DATA32 | 1, "SS with another RPL"
        load ss, RING1_DATA, "SS with another DPL"
        load ss, READ_ONLY, "SS read-only"
        load ss, CODE32, "SS code"
        load ss, ABSENT_DATA, "SS absent"
        load ss, BEYOND, "SS past the GDT"
        load ss, 0Ch, "SS in no LDT"
        load ss, LOCAL, "SS an LDT"
        load ds, 0, "DS null"
        mov eax, DATA32
        mov ds, eax
        load es, 3, "ES null with RPL"
        load fs, EXECUTE_ONLY, "FS execute-only"
        load fs, CONFORMING | 3, "FS conforming code with RPL"
        load fs, CODE32 | 3, "FS code with RPL above DPL"
        load fs, DATA32 | 3, "FS data with RPL above DPL"
        load fs, ABSENT_DATA, "FS absent"
        load fs, ABSENT_CODE, "FS absent code"
        load fs, TASK_MAIN, "FS a TSS"
        load fs, BEYOND, "FS past the GDT"
        load fs, 0Ch, "FS in no LDT"
        try "LES with a bad selector keeps the register"
        push dword BEYOND
        push dword 12345678h
        mov ebx, 55h
        mov dword [hook], .kept
        les ebx, [esp]
.kept:  value ebx
        jmp resume_after
        okay
        try "use of a null segment"
        xor eax, eax
        mov es, eax
        mov eax, [es:0]
        okay
        try "LLDT null"
        xor eax, eax
        lldt ax
        okay
        try "LLDT of a TSS"
        mov eax, OTHER_TASK
        lldt ax
        okay
        try "LLDT absent"
        mov eax, ABSENT_LDT
        lldt ax
        okay
        try "LLDT past the GDT"
        mov eax, BEYOND
        lldt ax
        okay
        try "LLDT in the LDT"
        mov eax, LOCAL | 4
        lldt ax
        okay
        try "LLDT, and a selector in it"
        mov eax, LOCAL
        lldt ax
        mov eax, 0Fh
        mov fs, eax
        okay
        load fs, 4, "entry 0 of the LDT is no null"
        load fs, 14h, "past the LDT"
        xor eax, eax
        lldt ax
        try "LTR busy"
        mov eax, TASK_MAIN
        ltr ax
        okay
        try "LTR of an LDT"
        mov eax, LOCAL
        ltr ax
        okay
        try "LTR absent"
        mov eax, ABSENT_TASK
        ltr ax
        okay
        try "LTR in the LDT"
        mov eax, 0Ch
        ltr ax
        okay
        descriptor READ_ONLY, 0, 0FFFFFh, 90h, 0C0h
        try "the accessed bit"
        mov eax, READ_ONLY
        mov fs, eax
        value [gdt + READ_ONLY + 4]
        okay
        ret

; ---------------------------------------------------------------- limits
limits:
        try "last doubleword"
        mov eax, SHORT_DATA
        mov fs, eax
        mov eax, [fs:0FFCh]
        okay
        try "past the end"
        mov eax, SHORT_DATA
        mov fs, eax
        mov eax, [fs:0FFDh]
        okay
        try "write past the end"
        mov eax, SHORT_DATA
        mov fs, eax
        mov [fs:0FFFh], ax
        okay
        try "expand-down, first byte"
        mov eax, DOWN_DATA
        mov gs, eax
        mov al, [gs:1000h]
        okay
        try "expand-down, below"
        mov eax, DOWN_DATA
        mov gs, eax
        mov al, [gs:0FFFh]
        okay
        try "expand-down, crossing"
        mov eax, DOWN_DATA
        mov gs, eax
        mov eax, [gs:0FFEh]
        okay
        try "16-bit expand-down, last word"
        mov eax, DOWN16_DATA
        mov gs, eax
        mov ax, [gs:0FFFEh]
        okay
        try "16-bit expand-down, past the end"
        mov eax, DOWN16_DATA
        mov gs, eax
        mov ax, [gs:0FFFFh]
        okay
        try "PUSH past the end"
        ring3
        mov eax, USER_SHORT
        mov ss, eax
        mov esp, 2
        push eax
        okay
        try "POP past the end"
        ring3
        mov eax, USER_SHORT
        mov ss, eax
        mov esp, 0FFEh
        pop eax
        okay
        try "EBP-based past the end"
        ring3
        mov eax, USER_SHORT
        mov ss, eax
        mov ebp, 0FFEh
        mov eax, [ebp]
        okay
        try "ESP-based past the end"
        ring3
        mov eax, USER_SHORT
        mov ss, eax
        mov esp, 0FFEh
        mov eax, [esp]
        okay
        try "ENTER past the end"
        ring3
        mov eax, USER_SHORT
        mov ss, eax
        mov esp, 2
        enter 8, 0
        okay
        try "CALL past the end"
        ring3
        mov eax, USER_SHORT
        mov ss, eax
        mov esp, 2
        call .never
        okay
        try "PUSHAD past the end"
        ring3
        mov eax, USER_SHORT
        mov ss, eax
        mov esp, 16
        pushad
        okay
        try "POPAD past the end"
        ring3
        mov eax, USER_SHORT
        mov ss, eax
        mov esp, 0FF0h
        popad
        okay
        try "LEAVE past the end"
        ring3
        mov eax, USER_SHORT
        mov ss, eax
        mov ebp, 0FFEh
        leave
        okay
        try "RET past the end"
        ring3
        mov eax, USER_SHORT
        mov ss, eax
        mov esp, 0FFEh
        ret
        okay
.never:
        try "write to read-only data"
        mov eax, READ_ONLY
        mov fs, eax
        mov [fs:0], al
        okay
        try "write through CS"
        mov [cs:0], al
        okay
        try "read of execute-only code"
        push dword EXECUTE_ONLY
        push dword .inside
        retf
.inside:
        mov al, [cs:0]
        okay
        ret

; ---------------------------------------------------------------- LAR, LSL, VERR, VERW
%macro query 2+
        say %2, ":"
        mov ecx, %1
        call query_selector
%endmacro
query_selector:
        mov eax, 0DEADh
        lar eax, ecx
        jnz .no_rights
        and eax, 0F0FF00h               ; bits 16 to 19 are undefined
.no_rights:
        call .answer_if_not_zero
        mov eax, 0DEADh
        lsl eax, ecx
        call .answer
        mov eax, 0
        verr cx
        call .flag
        verw cx
        call .flag
        jmp line32
.answer_if_not_zero:
        test eax, 0FFh                  ; 0DEADh is what was there
        jz .value
        say " -"
        ret
.answer:
        jz .value
        say " -"
        ret
.value: value eax
        ret
.flag:
        jz .good
        say " -"
        ret
.good:  say " +"
        ret
queries:
        query 0, "LAR LSL VERR VERW of null"
        query CODE32, "of code"
        query CODE32 | 3, "of code with RPL 3"
        query CONFORMING | 3, "of conforming code with RPL 3"
        query EXECUTE_ONLY, "of execute-only code"
        query DATA32, "of data"
        query READ_ONLY, "of read-only data"
        query ABSENT_DATA, "of absent data"
        query SHORT_DATA, "of data with a byte limit"
        query USER_DATA, "of user data"
        query LOCAL, "of an LDT"
        query TASK_MAIN, "of a busy TSS"
        query OTHER_TASK, "of a TSS"
        query GATE, "of a call gate"
        query GATE16, "of a 16-bit call gate"
        query TASK_GATE, "of a task gate"
        query BEYOND, "past the GDT"
        query 4, "in no LDT"
        ret

; ---------------------------------------------------------------- what CPL 3 may not do
%macro user 1+                          ; the instruction
        %defstr name %1
        try "CPL 3: ", name
        ring3
        %1
        okay
%endmacro
privileged:
        user hlt
        user cli
        user sti
        user clts
        user lgdt [0]
        user lidt [0]
        user lldt ax
        user ltr ax
        user lmsw ax
        user mov eax, cr0
        user mov cr0, eax
        user mov eax, cr2
        user mov cr3, eax
        user mov eax, dr7
        user mov dr6, eax
        user invd
        user wbinvd
        user invlpg [0]
        try "CPL 3: SMSW, STR, SLDT, SGDT and SIDT are allowed"
        ring3
        smsw ax
        str ax
        sldt ax
        sgdt [esp - 16]
        sidt [esp - 16]
        ring0
        okay
        mov word [TASK + 102], 0FFFFh   ; no permission map
        try "CPL 3: IN without a map"
        ring3
        in al, 80h
        okay
        mov word [TASK + 102], 104
        mov byte [TASK + 104 + 80h / 8], 02h
        try "CPL 3: IN that the map refuses"
        ring3
        in al, 81h
        okay
        try "CPL 3: word over two bits of the map"
        ring3
        in ax, 80h
        okay
        try "CPL 3: IN that the map allows"
        ring3
        in al, 80h
        ring0
        okay
        mov byte [TASK + 104 + 80h / 8], 0
        try "CPL 3: last port with the map's end within the limit"
        ring3
        mov dx, 0FFFFh
        in al, dx
        okay
        ret

        system_end
