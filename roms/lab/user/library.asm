; What programs share: output, numbers, rounds of work. The same register rules as in the kernel.

; A line: the text at EAX, then EDX in decimal. In one write, so that lines of several processes do not
; mix.
print_number:
        push ebx
        push esi
        push edi
        sub esp, 96
        mov edi, esp
        mov esi, eax
.text:
        lodsb
        stosb
        test al, al
        jnz .text
        dec edi
        mov eax, edx
        mov ebx, 10
        xor ecx, ecx
.divide:
        xor edx, edx
        div ebx
        push edx
        inc ecx
        test eax, eax
        jnz .divide
.digit:
        pop eax
        add al, '0'
        stosb
        loop .digit
        jmp print_end

; A line: the text at EAX.
print_message:
        push ebx
        push esi
        push edi
        sub esp, 96
        mov edi, esp
        mov esi, eax
.text:
        lodsb
        stosb
        test al, al
        jnz .text
        dec edi
print_end:
        mov al, 10
        stosb
        mov ebx, esp
        mov ecx, edi
        sub ecx, esp
        call_kernel CALL_WRITE
        add esp, 96
        pop edi
        pop esi
        pop ebx
        ret

; End with the status EAX.
end_with:
        mov ebx, eax
        call_kernel CALL_EXIT

; Rounds of the routine EAX under the name EDX: three times the length of this run, each with a line, and
; then more until the timer has taken the processor away at least once. Each must give the same; EAX =
; that, or the process ends with 255.
ROUNDS          equ 3
do_rounds:
        push ebx
        push esi
        push edi
        push ebp
        mov esi, eax
        mov ebp, edx
        call_kernel CALL_OPTIONS
        imul ebx, edx, ROUNDS
        call esi
        mov edi, eax
.next:
        call esi
        cmp eax, edi
        jne .different
        mov edx, eax
        mov eax, ebp
        call print_number
        dec ebx
        jnz .next
.more:
        cmp dword [gs:block.preemptions], 0
        jne .done
        call esi
        cmp eax, edi
        je .more
.different:
        mov eax, 255
        jmp end_with
.done:
        mov eax, edi
        pop ebp
        pop edi
        pop esi
        pop ebx
        ret

; EAX = the pid of a new process that runs program EAX.
start_program:
        push ebx
        mov ebx, eax
        call_kernel CALL_FORK
        test eax, eax
        jz .child
        pop ebx
        ret
.child:
        call_kernel CALL_EXEC
        mov eax, 254
        jmp end_with
